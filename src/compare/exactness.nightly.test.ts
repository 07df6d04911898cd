import { testAnyTwoDocuments } from './exactness.cases.ts';

testAnyTwoDocuments(15_000);
