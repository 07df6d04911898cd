/** Changes of the project, of its templates, its printing and its style sheets. */

export type Change = [file: string, from: string | RegExp, to: string];

/** Changes of the project that alter words. */
export const ALTERING: Change[] = [
  [
    'src/document/print.ts',
    "content === '' ? content : `<p>${content}</p>\\n`",
    "content === '' ? content : `<p>Note: ${content}</p>\\n`",
  ],
  [
    'src/components/notice/VersionArticle.astro',
    "corrected('') +",
    "(isNoticePage ? '<p>We sell it.</p>' : '') + corrected('') +",
  ],
  [
    'src/notices/facts.ts',
    "entry('icoRegistration', controller.icoRegistration",
    "entry('icoRegistration', controller.companyNumber",
  ],
  ['src/components/notice/NoticeTitle.astro', '{facts.title}', '{facts.title} (copy)'],
  ['src/components/notice/NoticeTitle.astro', '{facts.summary}\n', '{facts.summary.slice(1)}\n'],
  [
    'src/components/notice/VersionArticle.astro',
    "corrected('') +",
    "'<p>New.</p>' + corrected('') +",
  ],
  [
    'src/components/notice/VersionArticle.astro',
    'renderSections(document.sections, options)',
    'renderSections(document.sections.slice(1), options)',
  ],
  [
    'src/document/print.ts',
    'return escapeHtml(inline.value);',
    'return escapeHtml(inline.value.toUpperCase());',
  ],
  [
    'src/document/print.ts',
    'return escapeHtml(inline.value);',
    "return escapeHtml(inline.value.replaceAll('we', 'they'));",
  ],
  [
    'src/document/print.ts',
    'return escapeHtml(inline.value);',
    'return escapeHtml(inline.value.replaceAll("’", "\'"));',
  ],
  ['src/document/print.ts', "return '<br>';", "return '';"],
  ['src/document/print.ts', 'block.items.map((item) =>', 'block.items.slice(1).map((item) =>'],
  ['src/document/print.ts', 'table.body.length > 0', 'table.body.length > 99'],
  ['src/document/parse-inline.ts', /value: /, "value: 'x' + "],
  [
    'src/mdx/components.ts',
    'values: values.map(tidyInline)',
    'values: values.slice(1).map(tidyInline)',
  ],
  ['src/notices/facts.ts', 'formatPhone(phone))', 'phone)'],
  ['src/mdx/syntax.ts', 'gfm: true', 'gfm: false'],
  [
    'src/document/print.ts',
    'escapeHtml(addressOf(element.href))',
    "escapeHtml(addressOf(element.href.replace('privacy@', 'x@')))",
  ],
  ['src/document/print.ts', "const tag = block.ordered ? 'ol' : 'ul';", "const tag = 'ul';"],
  [
    'src/components/notice/FactsCard.astro',
    'renderInline(value, { addressOf: site.href })',
    "renderInline(value, { addressOf: site.href }).replace('privacy@', 'nobody@')",
  ],
  [
    'src/pages/[...notice]/[version]/index.astro',
    'sequenceOf(notice).map',
    'sequenceOf(notice).slice(1).map',
  ],
  [
    'src/pages/[...notice]/[version].json.ts',
    'sequenceOf(notice).map',
    'sequenceOf(notice).slice(1).map',
  ],
];

/** Words of the sample that a component could as well leave out. */
export const LEFT_OUT =
  'we you data the and six years keep share law contract email name address order payment rights complain change notice information customer account tax consent website supplier month'
    .split(' ')
    .map((word): Change => [
      'src/document/print.ts',
      'return escapeHtml(inline.value);',
      `return escapeHtml(inline.value.replaceAll(/\\b${word}/gi, ''));`,
    ]);

/** Changes that alter how the site looks and what is around a text. */
export const RESTYLING: Change[] = [
  [
    'src/styles/tokens.css',
    '--ink: light-dark(#1b1f23, #e4e6e7)',
    '--ink: light-dark(#222222, #eeeeee)',
  ],
  [
    'src/components/notice/VersionArticle.astro',
    '<article class="notice columns">',
    '<article class="notice columns wide"><hr />',
  ],
  ['src/document/print.ts', 'return `<blockquote>', 'return `<blockquote class="quote">'],
  ['src/words/en/site.ts', 'This site sets no cookies', 'No cookies here'],
  ['src/words/en/common.ts', "name: 'Controller'", "name: 'Who is responsible'"],
  ['src/words/en/common.ts', "email: 'Email'", "email: 'Mail'"],
  ['src/words/en/notice.ts', "heading: 'This version'", "heading: 'About this version'"],
  [
    'src/components/notice/VersionArticle.astro',
    'aria-label="${label}">#</a>',
    'aria-label="${label}">¶</a>',
  ],
  [
    'src/document/print.ts',
    '<section class="level-${section.level}">',
    '<section class="level-${section.level} part"><div class="inner"></div>',
  ],
  ['astro.config.mjs', "name: 'Noticeboard'", "name: 'Notices of ours'"],
];

/** Other sizes, and other classes and colours. */
export const RESTYLED: Change[] = Array.from({ length: 40 }, (_, index) =>
  index % 2 === 0
    ? ['src/styles/tokens.css', '--measure: 38rem', `--measure: ${50 + index}rem`]
    : [
        'src/components/notice/VersionArticle.astro',
        '<article class="notice columns">',
        `<article class="notice look-${index}">`,
      ],
);
