/** Findings about headings and anchors, and about links and images. */
import type { Entries } from './entry.ts';

export const sections = {
  'anchor-file-name': {
    severity: 'warning',
    title: 'An anchor cannot be the name of a file on Windows',
    meaning:
      'Pages of a section are called by its anchor. Windows keeps names such as `con`, `nul` and `com1` for devices, also with an ending, and drops a dot at the end.',
    fix: 'Give the section a different anchor.',
    example: '## Auxiliary staff {#auxiliary-staff}',
  },
  'anchor-invalid': {
    severity: 'error',
    title: 'An anchor has characters that cannot be used',
    meaning: 'An anchor is part of an address that people type, print and mail.',
    fix: 'Write one anchor of letters, digits and hyphens at the end of the heading.',
    example: '## How long we keep it {#retention}',
  },
  'anchor-long': {
    severity: 'error',
    title: 'An anchor is longer than the name of a file can be',
    meaning:
      'Pages of a section are called by its anchor, and the name of a file has at most 255 bytes. Letters beyond ASCII have two to four bytes each.',
    fix: 'Write a short anchor at the end of the heading. The heading can stay as long as it is.',
    example: '## What we do with everything that you have ever sent to us {#what-we-do}',
  },
  'anchor-missing': {
    severity: 'warning',
    title: 'No anchor can be made of a heading',
    meaning:
      'A heading without letters and digits gets an anchor by its position, such as `section-1`. When a section is put in before it, links lead to the wrong section.',
    fix: 'Write an anchor at the end of the heading.',
    example: '## § {#terms}',
  },
  'anchor-repeated': {
    severity: 'error',
    title: 'Two places have the same anchor',
    meaning: 'A link to the anchor could lead to either of them.',
    fix: 'Give one of the two a different anchor.',
  },
  'anchor-similar': {
    severity: 'warning',
    title: 'Two anchors differ only in capital letters or in a dot at the end',
    meaning:
      'Pages of a section are called by its anchor. macOS, Windows and many hosts ignore such a difference, so one page would replace the other. This is so within one version, and between versions of a notice.',
    fix: 'Write the anchor as it was before, or a different one.',
    example: '## How long we keep it {#retention}',
  },
  'anchor-suggested': {
    severity: 'warning',
    title: 'Two headings have the same text',
    meaning:
      'Their anchors depend on their order. If one of them moves, links lead to the wrong section.',
    fix: 'Write an anchor for the second one.',
    example: '## Cookies {#cookies-in-the-app}',
  },
  'covers-invalid': {
    severity: 'error',
    title: '`covers` has an unknown topic, or two sections cover one',
    meaning: 'The page answers each topic with a link to one section.',
    fix: 'Use `controller`, `data`, `purposes`, `recipients`, `retention`, `rights` or `complaints`, each once.',
    example: '## How long we keep it {#keep covers=retention}',
  },
  'heading-empty': {
    severity: 'warning',
    title: 'A heading has no text',
    meaning: 'It is not published, and its anchor does not work.',
    fix: 'Write its text, or delete the line.',
  },
  'heading-like': {
    severity: 'warning',
    title: 'A line looks like a heading but is none',
    meaning:
      'Bold lines, capitals and typed numbers make no section: readers cannot link to it, and comparisons cannot follow it. A longer notice without any heading is reported too.',
    fix: 'Write it as a heading. Keep it if it is only emphasis.',
    example: '## Our purposes {#purposes}',
  },
  'heading-suspicious': {
    severity: 'warning',
    title: 'A line of dashes turns a paragraph into a heading',
    meaning: 'Markdown reads text directly above a line of dashes as a heading.',
    fix: 'Put an empty line above the dashes if you meant a horizontal rule.',
  },
  'heading-unspaced': {
    severity: 'error',
    title: 'There is no space after the `#` of a heading',
    meaning: 'Markdown prints the line as a paragraph, and the section is not found.',
    fix: 'Put one plain space after `#`.',
    example: '## Who we are',
  },
} as const satisfies Entries;

export const links = {
  'image-not-local': {
    severity: 'warning',
    title: 'An image is on another site',
    meaning:
      'Loading it would tell that site who reads the notice, so the page shows a link instead.',
    fix: 'Put the file in `public/images/`.',
    example: '![What it shows](/images/map.png)',
  },
  'link-anchor-missing': {
    severity: 'error',
    title: 'A link leads to a section that does not exist',
    meaning:
      'Readers would arrive at the top of the page instead. In a version that no longer applies it is a warning: the version can be published as it was.',
    fix: 'Correct the anchor in the link, or give the section that anchor.',
  },
  'link-empty': {
    severity: 'warning',
    title: 'A link has no text',
    meaning: 'Nobody can see or follow it, so it is not published.',
    fix: 'Write the link text between the brackets, or delete the link.',
    example: '[How long we keep it](#retention)',
  },
  'link-relative': {
    severity: 'error',
    title: 'A link or image has no complete address',
    meaning:
      'A version is published at two addresses, so a relative link would lead to two different places.',
    fix: 'Write the address from the root of the site, or with `https://`.',
    example: '[Staff notice](/staff/)',
  },
  'link-scheme': {
    severity: 'error',
    title: 'A link is not allowed',
    meaning: 'Links to code or to files on the reader’s machine are refused.',
    fix: 'Use `https:`, `http:`, `mailto:` or `tel:`.',
  },
  'link-target-missing': {
    severity: 'error',
    title: 'A link or image leads to nothing',
    meaning: 'The site has no page or file at this address.',
    fix: 'Correct the address, or add the file to `public/`.',
  },
} as const satisfies Entries;
