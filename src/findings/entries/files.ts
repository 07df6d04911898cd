/** Findings about the names and the places of files. */
import type { Entries } from './entry.ts';

export const files = {
  'effective-not-file-name': {
    severity: 'error',
    title: 'The date in `effective` differs from the name of the file',
    meaning:
      'The name of a file becomes the address of its version, so it must be the day from which the version applies.',
    fix: 'Correct `effective`, or rename the file.',
  },
  'file-ignored': {
    severity: 'warning',
    title: 'A file looks like a version but is not read',
    meaning: 'Only files that end in `.mdx` are versions. This one will not be on the site.',
    fix: 'Rename the file if it is a version. Otherwise move it out of the folder of notices.',
    example: 'mv 2026-01-31.md 2026-01-31.mdx',
  },
  'file-misplaced': {
    severity: 'error',
    title: 'A version is not in the folder of a notice',
    meaning: 'The path of the folder is the address of the notice, so every version needs one.',
    fix: 'Move the file into a folder that is named after its notice.',
    example: 'customers/2026-01-31.mdx',
  },
  'file-name': {
    severity: 'error',
    title: 'A file is not named after a day',
    meaning:
      'A version is named after the day from which it applies. A second version of the same day ends in `-2`, a translation in its language tag.',
    fix: 'Rename the file. A version that is not published yet is called `draft.mdx`.',
    example: '2026-01-31.mdx\n2026-01-31-2.mdx\n2026-01-31.cy.mdx\ndraft.mdx',
  },
  'file-unreadable': {
    severity: 'error',
    title: 'A version cannot be read',
    meaning:
      'Something with the name of a version is a folder, a pipe, a device or a link that leads nowhere, or this user may not read it.',
    fix: 'Put a file in its place, or move it out of the folder of notices.',
  },
  'folder-empty': {
    severity: 'error',
    title: 'There is nothing to publish',
    meaning:
      'The folder of notices has no version that is public today. An empty site would replace the last good one.',
    fix: 'Publish a draft, or correct the `published` date of a version. If `NOTICEBOARD_TODAY` is set, check that day.',
    example: 'npx noticeboard publish customers',
  },
  'folder-missing': {
    severity: 'error',
    title: 'The folder of notices does not exist',
    meaning: 'There is no folder at the path in `NOTICES_DIR`, or at `src/content/notices`.',
    fix: 'Create the first notice. If your notices are elsewhere, set `NOTICES_DIR` to their folder.',
    example: 'npx noticeboard new customers',
  },
  'merge-unfinished': {
    severity: 'error',
    title: 'The file has conflict markers',
    meaning:
      'Git could not merge what two branches wrote in it, and left both, between lines of <<<<<<<, ======= and >>>>>>>.',
    fix: 'Join what was published and approved with the command. What it leaves to you, write as it should be.',
    example: 'npx noticeboard resolve',
  },
  'not-utf8': {
    severity: 'error',
    title: 'A file is not valid UTF-8',
    meaning: 'Text in another encoding cannot be read without guessing what its characters are.',
    fix: 'Save the file again with the encoding UTF-8. Most editors offer “Save with encoding”.',
  },
  'notice-file-name': {
    severity: 'warning',
    title: 'The name of a folder cannot be used on Windows',
    meaning:
      'Windows keeps names such as `con`, `nul` and `com1` for devices, also with an ending, and drops a dot at the end. The folder cannot be checked out there, nor the site be built.',
    fix: 'Rename the folder before its first version is published.',
    example: 'mv aux aux-notice',
  },
  'notice-name': {
    severity: 'error',
    title: 'The name of a folder cannot be part of an address',
    meaning:
      'The name has characters that addresses cannot contain, or differs from another name only in capital letters, which many hosts ignore.',
    fix: 'Rename the folder. Use letters, digits, hyphens, dots and underscores.',
  },
  'notice-reserved': {
    severity: 'error',
    title: 'The name of a folder is already taken',
    meaning:
      'Noticeboard generates a page at this address, or the public folder has a file with this name, or a translation has the same address.',
    fix: 'Rename the folder.',
    example: 'mv search search-notice',
  },
  'public-file-unfit': {
    severity: 'error',
    title: 'A picture or file cannot be recorded',
    meaning:
      'What a version shows or offers from `public/` is recorded with it. The file is a link to one outside of `public/`, is larger than 25 MB, cannot be read, has the name of another but for capitals, or its address goes through `..`.',
    fix: 'Put the file itself into `public/`, and write its address as it is.',
    example: '![A map](/images/map.png)',
  },
} as const satisfies Entries;
