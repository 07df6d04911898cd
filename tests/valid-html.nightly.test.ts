import { describe, inject } from 'vitest';
import { testValidHtml } from './valid-html.cases.ts';

const histories = inject('histories');
const sites = [...inject('samples'), inject('languages'), ...(histories ? [histories] : [])];

describe.each(sites)('the site $name', (site) => testValidHtml(site));
