import { testReadings } from './load-readings.cases.ts';

testReadings(1);
