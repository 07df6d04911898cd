/** Findings about the lock, the record and the built site. */
import type { Entries } from './entry.ts';

export const record = {
  'anchor-lost': {
    severity: 'error',
    title: 'A published anchor no longer exists',
    meaning: 'Links to the section, in contracts, letters and other sites, would break.',
    fix: 'Give the section its anchor back.',
    example: '## How long we keep it {#retention}',
  },
  'call-off-unrecorded': {
    severity: 'error',
    title: 'A version was called off by hand',
    meaning:
      'A version can be called off only before it begins. The command checks that, and records the day and the reason together with the version.',
    fix: 'Delete `calledOff`, and use the command.',
    example:
      'npx noticeboard call-off customers/2027-01-11 --by "Privacy manager" --reason "The new service is not launched."',
  },
  'erratum-changed': {
    severity: 'error',
    title: 'A recorded correction is missing or has another date',
    meaning:
      'A correction is part of what was published: people can see that there was one, when, and what the text said before. It cannot be taken back, and is never dated before the version or before an earlier correction.',
    fix: 'Put the lock and the record back from version control.',
    example: 'git checkout -- src/content/notices.locks',
  },
  'fact-unrecorded': {
    severity: 'warning',
    title: 'A later fact is not recorded',
    meaning:
      '`reviewed`, `reviewDue`, `withdrawn` or `notified` was added to a published version. Until it is in the lock, it can disappear unnoticed.',
    fix: 'Record it.',
    example: 'npx noticeboard adopt customers/2026-01-31',
  },
  'fact-withdrawn': {
    severity: 'error',
    title: 'A recorded fact has been changed or removed',
    meaning:
      'Facts that are added later may be added or moved to a later date, never removed: they are part of what was published.',
    fix: 'Put the fact back as it was recorded.',
  },
  'file-added': {
    severity: 'warning',
    title: 'A published version offers a file that was not there before',
    meaning:
      'A link of the version led nowhere when it was recorded. A file has its address now, and is not part of what was published.',
    fix: 'Give the file another name, or take it away.',
  },
  'file-changed': {
    severity: 'error',
    title: 'A picture or file of a published version has changed',
    meaning:
      'What a version shows or offers from `public/` belongs to what was published: other bytes under the same address would change it.',
    fix: 'Put the file back: the record has a copy. A new picture has a name of its own, in a new version.',
    example: 'cp src/content/notices.record/~files/3b9c358f… public/images/map.png',
  },
  'journal-unfinished': {
    severity: 'error',
    title: 'A command was interrupted before it was done',
    meaning:
      'Its changes are in the journal beside the folder. Commands that only read report it and change nothing.',
    fix: 'Run that command again, or build the site: both make the changes first. Delete a journal that came from another machine.',
    example: 'npm run build',
  },
  'lock-lost': {
    severity: 'error',
    title: 'The lock or one of its entries is missing',
    meaning:
      'The record has texts that were published, but the lock does not list them. Without it, nobody would notice if they changed.',
    fix: 'Put the lock back from version control.',
    example: 'git checkout -- src/content/notices.locks',
  },
  'lock-missing': {
    severity: 'warning',
    title: 'There is no lock',
    meaning: 'Published versions could change without anybody noticing.',
    fix: 'Add the versions that are published to the lock.',
    example: 'npx noticeboard adopt',
  },
  'lock-newer': {
    severity: 'error',
    title: 'The lock was written by a newer release of Noticeboard',
    meaning:
      'Its format is one that this release does not know. Somebody has updated Noticeboard and recorded a version since, and your own packages are older.',
    fix: 'Install what `package-lock.json` names, or update Noticeboard.',
    example: 'npm ci\nnpm install noticeboard@latest',
  },
  'lock-unreadable': {
    severity: 'error',
    title: 'The lock cannot be read',
    meaning:
      'One of its files is empty, cut short, edited by hand, of another notice or in the middle of a merge. What publishes uses a lock as a whole or not at all; checks go on with all other notices.',
    fix: 'In a merge, join what both sides recorded. Otherwise put the last valid lock back.',
    example: 'npx noticeboard resolve\ngit checkout -- src/content/notices.locks',
  },
  'lock-unsealed': {
    severity: 'warning',
    title: 'The lock has no seals',
    meaning:
      'It was written in format 1. Its entries, such as the reason of a correction, can be edited without anybody noticing.',
    fix: 'Seal it. The next command that records something does that too.',
    example: 'npx noticeboard adopt',
  },
  'page-changed': {
    severity: 'error',
    title: 'A built page differs from its version',
    meaning:
      'A layout, a component, an option or another integration changed the published text, or its page is missing. The site was not replaced.',
    fix: 'Check what changed last: your own pages and components, `astro.config.mjs`, or the packages in `package.json`.',
  },
  'import-changed': {
    severity: 'error',
    title: 'The account of an import is damaged or was edited',
    meaning:
      'The record keeps the account of every notice that was imported: each sentence of its source, and what became of it. It has a hash of itself, which no longer fits.',
    fix: 'Put the file back from version control.',
    example: 'notices.record/~imports/customers/draft.json',
  },
  'record-changed': {
    severity: 'error',
    title: 'A text of the record is missing or has changed',
    meaning: 'The record keeps the published texts. It must match the fingerprints in the lock.',
    fix: 'Put the text back from version control. If the version itself is unchanged, adopt it.',
    example: 'npx noticeboard adopt customers/2026-01-31',
  },
  'seal-broken': {
    severity: 'error',
    title: 'An entry of the lock is not what was recorded',
    meaning:
      'Every entry has a seal, which is made from all that must not change and from the entry before it. Something in the entry was edited, or an entry before it was removed. The facts that are added later, such as `withdrawn` and `calledOff`, are in no seal: an edit of them in both the lock and the file is seen only in version control. How seals are made is in `docs/seals.md` of the Noticeboard repository.',
    fix: 'Put the lock back from version control.',
    example: 'git checkout -- src/content/notices.locks',
  },
  'version-changed': {
    severity: 'error',
    title: 'A published version has changed',
    meaning:
      'What people were told stays as it is. The finding shows the words that differ, whether an author, an update or a theme changed them.',
    fix: 'Undo the change. Write new text in a draft, or record the correction of a mistake.',
    example:
      'npx noticeboard revise customers\nnpx noticeboard erratum customers/2026-01-31 --by "Office manager" --reason "A figure was missing."',
  },
  'version-removed': {
    severity: 'error',
    title: 'A published version is missing',
    meaning:
      'Its file, or the folder of its notice, was deleted or renamed. Links to its address would break.',
    fix: 'Put the file back, or give the folder its old name. For a second address, write a redirect. To end a notice, add `withdrawn` to the facts of its last version.',
    example: 'withdrawn: "2026-06-30"',
  },
  'version-repeated': {
    severity: 'error',
    title: 'A new version says the same as a published one',
    meaning:
      'It is a copy of a published file, under another day or in another notice. A text is published once, so that it is clear what applied when, and where.',
    fix: 'Delete the copy, or write what is new in it. For a second address of a notice, write a redirect.',
    example: "redirects: [{ from: '/shop/', to: '/customers/' }]",
  },
  'version-reread': {
    severity: 'error',
    title: 'This release of Noticeboard reads a published version differently',
    meaning:
      'The file of the version is the one that was published, but its text or its anchors are not. Only an update of Noticeboard does that, and only a major release may. Nothing was built, so your site is as it was.',
    fix: 'Stay with the release that you built with before. `package-lock.json` in version control says which that was, the changelog of Noticeboard what changed. If it is not a major release, please report it.',
    example: 'npm install --save-exact noticeboard@1.4.2',
  },
  'version-slipped-in': {
    severity: 'error',
    title: 'A new version comes before a published one',
    meaning:
      'It would change what applied in the past. A version may come before a scheduled one, if it is published while neither has begun.',
    fix: 'Publish it as a draft, for today or later. If it really was published then, adopt it.',
    example:
      'npx noticeboard publish customers --effective 2026-12-01\nnpx noticeboard adopt customers/2018-05-25',
  },
  'version-unlocked': {
    severity: 'error',
    title: 'A version is not in the lock',
    meaning: 'Only versions in the lock are published, so that none goes on the site by accident.',
    fix: 'Adopt it as it is, or rename it to `draft.mdx` and publish that.',
    example: 'npx noticeboard publish customers',
  },
} as const satisfies Entries;
