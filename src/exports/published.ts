/** What the site publishes for machines, made of its notices. */
import { dataPath, schemaPath, sourcePath, textPath } from '../site/addresses.ts';
import type { NoticeVersions, SiteVersions } from './schemas.ts';
import { comparisonPathOf } from '../site/comparisons.ts';
import { isPublic, neighboursOf, type Notice, type Version } from '../site/notices.ts';
import type { Site } from '../site/site.ts';

type Locate = Site['locate'];

/** The versions of a notice, as its `versions.json` lists them. */
export function noticeVersions(notice: Notice, locate: Locate): NoticeVersions {
  const { id, leading, published, inForce, path, original } = notice;
  const translations = notice.translations.filter(isPublic);
  return {
    $schema: locate(schemaPath('notice-versions')),
    notice: id,
    title: leading.facts.title,
    controller: leading.facts.controller.name,
    url: locate(path),
    ...(original && { translationOf: original.id }),
    ...(translations.length > 0 && {
      translations: translations.map((translation) => ({
        language: translation.leading.facts.language,
        notice: translation.id,
        url: locate(translation.path),
      })),
    }),
    ...(inForce && { latest: inForce.name }),
    versions: published.map((version) => versionOf(notice, version, locate)),
  };
}

function versionOf(
  notice: Notice,
  version: Version,
  locate: Locate,
): NoticeVersions['versions'][number] {
  const { name, status, facts, span, path, withdrawn, calledOff } = version;
  const { previous } = neighboursOf(notice, version);
  const { title, language, published, effective, imported, approved, reviewed, changeType } = facts;
  return {
    version: name,
    // A draft is not among the versions of a notice.
    status: status === 'draft' ? 'scheduled' : status,
    title,
    language,
    published,
    effective,
    ...(imported && { imported }),
    ...(approved && { approved }),
    ...(span?.to && { appliedUntil: span.to }),
    ...(reviewed && { reviewed }),
    ...(withdrawn && { withdrawn }),
    ...(calledOff && { calledOff }),
    ...(changeType && { changeType }),
    changes: facts.changes,
    notified: facts.notified,
    errata: version.corrections.map(({ on, by, reason, text }) => ({ on, by, reason, text })),
    ...(previous && { predecessor: previous.name }),
    url: locate(path),
    formats: {
      html: locate(path),
      text: locate(textPath(version)),
      markdown: locate(sourcePath(version)),
      json: locate(dataPath(version)),
    },
    ...(previous && { comparison: locate(comparisonPathOf(notice, previous, version)) }),
    fingerprint: version.fingerprint,
    ...(version.files && { files: version.files }),
    ...(version.seal !== undefined && { seal: version.seal }),
  };
}

export function siteVersions({ settings, notices, locate }: Site): SiteVersions {
  return {
    $schema: locate(schemaPath('site-versions')),
    name: settings.name,
    url: locate('/'),
    notices: notices.filter(isPublic).map((notice) => noticeVersions(notice, locate)),
  };
}
