import { testRoundTrips } from './round-trip.cases.ts';

testRoundTrips(5000);
