import { describe, inject } from 'vitest';
import { testValidHtml } from './valid-html.cases.ts';

const histories = inject('histories');

// Hundreds of pages, all of few kinds: some of each.
describe.each(inject('samples'))('the site $name', (site) => testValidHtml(site, 3));
describe.runIf(histories)('the site of the histories', () => testValidHtml(histories!, 1));
describe('the site of odd notices', () => testValidHtml(inject('corners'), 3));
