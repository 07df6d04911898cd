import { describe, expect, it } from 'vitest';
import { GOOD, say, VERSION, check, itFinds, type Files } from './testing.ts';

describe('links', () => {
  const staff = (body: string): Files => ({ [VERSION]: body, 'staff/2024-11-12.mdx': GOOD });

  itFinds([
    {
      what: 'a mistyped anchor',
      files: say('## Cookies {#cookies}', '', 'See [there](#cookeis).'),
      found: 'error link-anchor-missing 13:5',
      quotes: '"cookeis". Did you mean "cookies"?',
      edit: 'write #cookies',
    },
    {
      what: 'an anchor that is like no other',
      files: say('## Cookies {#cookies}', '', 'See [there](#retention).'),
      found: 'error link-anchor-missing 13:5',
      quotes: '"retention"',
      edit: '{#retention}, or link to one of: cookies',
    },
    {
      what: 'a link after letters of more than one byte',
      files: say('Café “x” for £5: [there](#retention)'),
      found: 'error link-anchor-missing 11:18',
      quotes: '"retention"',
      edit: '{#retention}',
    },
    {
      what: 'an anchor without a section in a heading',
      files: say('## See [there](#retention) {#see}', '', 'Text.'),
      found: 'error link-anchor-missing 11:8',
      quotes: '"retention"',
      edit: '{#retention}',
    },
    {
      what: 'a notice that is not there',
      files: say('See [that](/suppliers/).'),
      found: 'error link-target-missing 11:5',
      quotes: '"/suppliers/"',
      edit: '/customers/',
    },
    {
      what: 'a mistyped notice',
      files: staff(say('See [that](/stuff/#who-we-are).')),
      found: 'error link-target-missing 11:5',
      quotes: '"/stuff/". Did you mean "/staff/"?',
      edit: 'write /staff/#who-we-are',
    },
    {
      what: 'a notice without its last slash',
      files: staff(say('See [that](/staff).')),
      found: 'error link-target-missing 11:5',
      quotes: '"/staff". Did you mean "/staff/"?',
      edit: 'write /staff/',
    },
    {
      what: 'a version that is not there',
      files: staff(say('See [that](/staff/2023-11-12/).')),
      found: 'error link-target-missing 11:5',
      quotes: '"/staff/2023-11-12/"',
      edit: '/staff/2024-11-12/',
    },
    {
      what: 'a mistyped anchor of another notice',
      files: staff(say('See [that](/staff/#who-we-ar).')),
      found: 'error link-anchor-missing 11:5',
      quotes: '/staff/ has no section "who-we-ar". Did you mean "who-we-are"?',
      edit: '#who-we-are',
    },
    {
      what: 'a web address without https',
      files: say('See [the ICO](www.ico.org.uk).'),
      found: 'error link-relative 11:5',
      quotes: '"www.ico.org.uk"',
      edit: 'write https://www.ico.org.uk',
    },
    {
      what: 'a relative path',
      files: say('See [that](./retention).'),
      found: 'error link-relative 11:5',
      quotes: '"./retention"',
      edit: 'from the root: /staff/',
    },
    {
      what: 'the name of a file',
      files: say('See [that](staff.md).'),
      found: 'error link-relative 11:5',
      quotes: '"staff.md"',
      edit: 'from the root: /staff/',
    },
    {
      what: 'an address without its scheme',
      files: say('See [that](//company.example/x).'),
      found: 'error link-relative 11:5',
      quotes: '"//company.example/x"',
      edit: 'write https://company.example/x',
    },
    {
      what: 'an e-mail address without mailto',
      files: say('[Write](privacy@harbourlight.example) to us.'),
      found: 'error link-relative 11:1',
      quotes: '"privacy@harbourlight.example"',
      edit: 'write mailto:privacy@harbourlight.example',
    },
    {
      what: 'a relative address in a definition of links',
      files: say('See [that][1].', '', '[1]: ./retention'),
      found: 'error link-relative 13:1',
      quotes: '"./retention"',
      edit: 'from the root',
    },
    {
      what: 'a relative address in an element',
      files: say('See <a href="./retention">that</a>.'),
      found: 'error link-relative 11:5',
      quotes: '"./retention"',
      edit: 'from the root',
    },
    {
      what: 'a link that runs code',
      files: say('[Run](javascript:alert) it.'),
      found: 'error link-scheme 11:1',
      quotes: '"javascript:alert"',
      edit: 'https:, http:, mailto:, tel:',
    },
    {
      what: 'a link that runs code, in capitals',
      files: say('[Run](JavaScript:alert) it.'),
      found: 'error link-scheme 11:1',
      quotes: '"JavaScript:alert"',
      edit: 'https:, http:, mailto:, tel:',
    },
    {
      what: 'a link without words',
      files: say('See [](https://company.example/) now.'),
      found: 'warning link-empty 11:5',
      quotes: '"https://company.example/"',
      edit: 'between the brackets',
    },
    {
      what: 'a link that leads nowhere',
      files: say('See [that]() now.'),
      found: 'error link-target-missing 11:5',
      quotes: 'the link has no target',
      edit: '#retention',
    },
    {
      what: 'a link to nothing but #',
      files: say('See [that](#) now.'),
      found: 'error link-target-missing 11:5',
      quotes: 'the link has no target',
      edit: '#retention',
    },
    {
      what: 'an image on another host',
      files: say('![A map](https://company.example/map.png)'),
      found: 'warning image-not-local 11:1',
      quotes: '"https://company.example/map.png"',
      edit: '![what it shows](/images/name.png)',
    },
    {
      what: 'an image by a relative path',
      files: say('![A map](map.png)'),
      found: 'error link-relative 11:1',
      quotes: '"map.png"',
      edit: '![what it shows](/images/name.png)',
    },
    {
      what: 'an image that cannot be recorded',
      files: say('![A map](/large.pdf)'),
      found: 'error public-file-unfit 11:1',
      quotes: 'is large',
      edit: 'make it smaller',
    },
    {
      what: 'a file to download that cannot be recorded',
      files: say('See [all](/large.pdf#page=2).'),
      found: 'error public-file-unfit 11:5',
      quotes: 'is large',
      edit: 'make it smaller',
    },
    {
      what: 'an image that is not there',
      files: say('![A map](/images/mpa.png)'),
      found: 'error link-target-missing 11:1',
      quotes: '"/images/mpa.png"',
      edit: 'public/images/mpa.png',
    },
    {
      what: 'an image in an element that is not there',
      files: say('<img src="/images/mpa.png" alt="A map" />'),
      found: 'error link-target-missing 11:1',
      quotes: '"/images/mpa.png"',
      edit: 'public/images/mpa.png',
    },
  ]);

  it('may lead to a section of any version at the address of the notice', () => {
    const earlier = GOOD.replaceAll('2024-11-12', '2023-01-01').replace('{#who-we-are}', '{#us}');
    const body = say('[then](/customers/#us) and [now](/customers/#here)', '', '## Here', '', 'x');
    expect(check({ 'customers/2023-01-01.mdx': earlier, [VERSION]: body })).toEqual([]);
  });

  it('may have a percent-encoded anchor', () => {
    expect(check(say('## Kündigung', '', '[there](#k%C3%BCndigung)'))).toEqual([]);
  });
});

describe('links to pages that the site does not have on the day of the build', () => {
  const linking = (url: string) => say('## A {#a}', '', `See [x](${url}).`);
  const later = GOOD.replaceAll('2024-11-12', '2027-06-01');
  const earlier = GOOD.replaceAll('2024-11-12', '2023-01-01').replaceAll('who-we-are', 'gone');

  itFinds([
    {
      what: 'a version not published yet',
      files: { [VERSION]: linking('/customers/2027-06-01/'), 'customers/2027-06-01.mdx': later },
      found: 'error link-target-missing 13:5',
      quotes: '/customers/2027-06-01/',
      edit: 'write /customers/',
    },
    {
      what: 'a notice not published yet',
      files: { [VERSION]: linking('/later/'), 'later/2027-06-01.mdx': later },
      found: 'error link-target-missing 13:5',
      quotes: '/later/',
      edit: 'link to a notice',
    },
  ]);

  it.each([
    '/staff/2023-01-01/#gone',
    '/staff/#gone',
    '/staff/#who-we-are',
    '/staff/history/',
    '/staff/compare/',
    '/staff/compare/?from=2024-11-12&to=2023-01-01',
    '/staff/compare/2023-01-01/2024-11-12/',
    '/staff/compare/2023-01-01/2024-11-12/side-by-side/',
    '/staff/compare/2024-11-12/2023-01-01/',
    '/staff/compare/2023-01-01/current/',
    '/staff/compare/2023-01-01/current/side-by-side/',
  ])('are allowed if the target was published before: %s', (url) => {
    const files = {
      [VERSION]: linking(url),
      'staff/2023-01-01.mdx': earlier,
      'staff/2024-11-12.mdx': GOOD,
    };
    expect(check(files)).toEqual([]);
  });
});

describe('links to comparisons', () => {
  it('stay right when a version is added between the two, and when there are many', () => {
    const day = (year: number): string => GOOD.replaceAll('2024-11-12', `${year}-01-01`);
    const years = Array.from({ length: 14 }, (_, index) => 2008 + index);
    const staff = years.map((year) => [`staff/${year}-01-01.mdx`, day(year)] as const);
    const link = (to: string) => say('## A {#a}', '', `See [x](/staff/compare/${to}).`);
    for (const to of ['2009-01-01/2020-01-01/', '2020-01-01/2009-01-01/side-by-side/']) {
      expect(check({ [VERSION]: link(to), ...Object.fromEntries(staff) })).toEqual([]);
    }
  });
});

describe('dead links of a version that no longer applies', () => {
  const dead = say('## Keeping {#keeping}', '', '[a](#gone), [b](/gone/).', '', '[c](file:///x)');
  const on = (day: string, text: string): string => text.replaceAll('2024-11-12', day);
  const severities = (files: Files): string[] =>
    check(files).map(({ severity, code, file }) => `${severity} ${code} ${file}`);

  it('are warnings once it is superseded; other mistakes in it stay errors', () => {
    expect(
      severities({ 'a/2019-01-01.mdx': on('2019-01-01', dead), 'a/2024-11-12.mdx': GOOD }),
    ).toEqual([
      'warning link-anchor-missing notices/a/2019-01-01.mdx',
      'warning link-target-missing notices/a/2019-01-01.mdx',
      'error link-scheme notices/a/2019-01-01.mdx',
    ]);
  });

  it('are warnings once it is withdrawn', () => {
    const withdrawn = dead.replace('controller:', 'withdrawn: "2025-01-01"\ncontroller:');
    expect(severities({ 'a/2024-11-12.mdx': withdrawn })[0]).toMatch(/^warning/);
  });

  it.each([
    ['in force', { 'a/2024-11-12.mdx': dead }],
    ['a draft', { 'a/2024-11-12.mdx': GOOD, 'a/draft.mdx': on('2026-11-01', dead) }],
    [
      'scheduled',
      {
        'a/2024-11-12.mdx': GOOD,
        'a/2027-01-01.mdx': on('2027-01-01', dead).replace('2027-01-01', '2026-11-01'),
      },
    ],
    [
      'in force until a version that is scheduled',
      {
        'a/2024-11-12.mdx': dead,
        'a/2027-01-01.mdx': on('2027-01-01', GOOD).replace('2027-01-01', '2026-11-01'),
      },
    ],
  ])('stay errors in what is %s', (_, files) => {
    expect(severities(files)[0]).toMatch(/^error link-anchor-missing/);
  });
});
