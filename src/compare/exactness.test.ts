/** Whatever two documents say, their redline says both, and nothing else. */
import { testAnyTwoDocuments } from './exactness.cases.ts';

testAnyTwoDocuments(60);
