import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { approvalRulesOf } from '../src/site/approval.ts';
import { noteProject } from '../src/site/load-project.ts';
import { readSettings } from '../src/site/settings.ts';
import { readFiles } from './setup/build.ts';
import { notices, type CommandResult } from './setup/commands.ts';
import { onDay, version } from './setup/notices.ts';
import { copyProject } from './setup/project.ts';
import { useWorkshop } from './setup/workshop.ts';

const { at, noticesOf } = useWorkshop('approval');

const TODAY = '2026-11-20';
const DPO = 'Data protection officer';
const LEGAL = 'Head of legal';
const FINGERPRINT = /^Text ([0-9a-f]{64})$/m;

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

const post = (words: string): string =>
  version(
    `## Post {#post}\n\n${words}`,
    onDay('2026-12-01', TODAY).replace('Shop', words.slice(0, 9)),
  );

/** Settings are those of a project, so these commands run in one of their own. */
describe('a site that asks for approvals', () => {
  const folder = (): string => at('notices');
  const file = (notice: string, name = 'draft.mdx'): string => path.join(folder(), notice, name);
  const run = (words: readonly string[], today = TODAY): Promise<CommandResult> =>
    notices(words, { notices: folder(), today });
  const approve = (notice: string, by: string, ...more: string[]): Promise<CommandResult> =>
    run(['approve', notice, '--by', by, ...more]);
  const publish = (notice: string, ...more: string[]): Promise<CommandResult> =>
    run(['publish', notice, '--yes', ...more]);

  beforeAll(() => {
    copyProject(at('project'));
    const { approval, organisations } = readSettings({
      name: 'Notices',
      accent: { light: '#0b5c8a', dark: '#7cc4f0' },
      approval: { by: [DPO, LEGAL], translations: ['Welsh language officer'] },
      organisations: { acme: { approval: { by: ['Managing director'] } }, other: {} },
    });
    noteProject(at('project'), {
      publicDirectory: at('project', 'public'),
      pagesDirectory: at('project', 'src/pages'),
      outDirectory: at('project', 'dist'),
      path: '/',
      base: '/',
      language: 'en-GB',
      approval: approvalRulesOf({ approval, organisations }),
    });
    // A command works in the project that it is run in.
    vi.spyOn(process, 'cwd').mockReturnValue(at('project'));
    noticesOf('.', {
      'shop/draft.mdx': post('We send what you order by post.'),
      'acme/club/draft.mdx': post('Members get letters from us, four times a year.'),
      'other/staff/draft.mdx': post('Wages are paid into the account of each of you.'),
    });
  });

  afterAll(() => {
    vi.restoreAllMocks();
  });

  it('publishes nothing that a role has not approved, and names all that are missing', async () => {
    const before = readFiles(folder());
    const { code, err } = await publish('shop');
    expect(code).toBe(1);
    expect(err).toContain('the draft is not approved by “Data protection officer”');
    expect(err).toContain('npx noticeboard approve shop --by "Data protection officer"');
    expect(err).toContain('npx noticeboard approve shop --by "Head of legal"');
    expect(readFiles(folder())).toEqual(before);
  });

  it('reports what is missing together with everything else that is wrong', async () => {
    const whole = readFileSync(file('shop'), 'utf8');
    edit(file('shop'), (text) => `${text}\n## Empty {#empty}\n`);
    const { err } = await publish('shop');
    expect(err).toContain('no text: “Empty”');
    expect(err).toContain('not approved by “Head of legal”');
    writeFileSync(file('shop'), whole);
  });

  it('writes an approval with its day and the fingerprint of the words, as the settings spell it', async () => {
    const { code, out, err } = await approve(
      'shop',
      ' data  PROTECTION officer',
      '--reference',
      'DPC-12',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('as Data protection officer on 20 November 2026');
    expect(out).toContain('npx noticeboard approve shop --by "Head of legal"');
    const [, text] = FINGERPRINT.exec(out) ?? [];
    expect(readFileSync(file('shop'), 'utf8')).toContain(
      `\napproved:\n  - { by: "${DPO}", on: "${TODAY}", reference: "DPC-12", text: "${text}" }\n`,
    );
    expect((await publish('shop')).err).not.toContain(DPO);
  });

  it('lists who has approved a draft and who has not, for people and for programs', async () => {
    const status = await run(['status']);
    expect(status.out).toMatch(/To approve[^]*shop\/draft +Head of legal: not yet/);
    expect(status.out).not.toContain(`${DPO}: not yet\nshop`);
    // That somebody has not approved yet is no fault.
    expect(status.code).toBe(0);
    const { versions } = JSON.parse((await run(['status', '--json'])).out) as {
      versions: { notice: string; approvals?: unknown[] }[];
    };
    expect(versions.find(({ notice }) => notice === 'shop')?.approvals).toMatchObject([
      { by: DPO, on: TODAY, reference: 'DPC-12', state: 'approved', asked: true },
      { by: LEGAL, state: 'missing', asked: true },
    ]);
    expect((await run(['check', 'shop'])).out).toContain(`${DPO}, ${TODAY} (DPC-12)`);
  });

  it('makes an approval void when the words change, and takes a new one in its place', async () => {
    edit(file('shop'), (text) => text.replace('by post.', 'by courier.'));
    const changed = await publish('shop');
    expect(changed.code).toBe(1);
    expect(changed.err).toContain(
      'the text has changed since “Data protection officer” approved it on 20 November 2026',
    );
    const status = await run(['status']);
    expect(status.code).toBe(1);
    expect(status.out).toMatch(
      /shop\/draft\.mdx:\d+:1 {2}warning {2}the text has changed since “Data protection officer”.*approval-void/,
    );
    expect((await approve('shop', DPO)).code).toBe(0);
    expect(readFileSync(file('shop'), 'utf8').match(/by: "Data/g)).toHaveLength(1);
    expect((await publish('shop')).err).not.toContain(DPO);
  });

  it('replaces both approvals of a role that two merged branches have', async () => {
    const before = readFileSync(file('shop'), 'utf8');
    const entryOf = (by: string): string =>
      `  - { by: ${by}, on: "${TODAY}", text: "${'0'.repeat(64)}" }\n`;
    const merged = entryOf('Auditor') + entryOf('auditor');
    edit(file('shop'), (text) => text.replace('\napproved:\n', `\napproved:\n${merged}`));
    expect((await publish('shop')).err).toContain('“auditor” is listed twice');
    // Another role's approval leaves both as they are.
    expect((await approve('shop', DPO)).err).toContain('“auditor” is listed twice');
    expect(await approve('shop', 'AUDITOR')).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(file('shop'), 'utf8').match(/auditor/gi)).toEqual(['AUDITOR']);
    expect((await publish('shop')).err).not.toMatch(/auditor/i);
    writeFileSync(file('shop'), before);
  });

  it('warns of a role that it does not ask for, and keeps it', async () => {
    const { code, out } = await approve('shop', 'Head of legl');
    expect(code).toBe(0);
    expect(out).toContain('do not ask for “Head of legl”');
    expect(out).toContain('Did you mean "Head of legal"?');
    expect((await publish('shop')).err).toContain('not approved by “Head of legal”');
    edit(file('shop'), (text) => text.replace(/^.*legl.*\n/m, ''));
  });

  it('does not count an approval that names no text', async () => {
    const whole = readFileSync(file('shop'), 'utf8');
    edit(file('shop'), (text) =>
      text.replace('approved:', `approved:\n  - { by: ${LEGAL}, on: "2026-11-19" }`),
    );
    const { code, err } = await publish('shop');
    expect(code).toBe(1);
    expect(err).toContain('nothing shows which text “Head of legal” approved on 19 November 2026');
    writeFileSync(file('shop'), whole);
  });

  it('publishes what all have approved, for another day and under the seal', async () => {
    expect((await approve('shop', LEGAL)).out).toContain('npx noticeboard publish shop');
    const { code, err } = await publish('shop', '--effective', '2026-12-09');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const published = readFileSync(file('shop', '2026-12-09.mdx'), 'utf8');
    expect(published).toContain(`by: "${LEGAL}"`);
    expect((await run(['verify'])).code).toBe(0);
    expect((await run(['log'])).out).toContain(`approved by ${LEGAL}, ${TODAY}`);
    expect((await run(['log', '--csv'])).out).toContain(`${DPO}, ${TODAY}`);
    edit(file('shop', '2026-12-09.mdx'), (text) => text.replace('DPC', 'DCP').replace(LEGAL, 'Me'));
    const forged = await run(['verify']);
    expect(forged.code).toBe(1);
    expect(forged.out + forged.err).toContain('version-changed');
    writeFileSync(file('shop', '2026-12-09.mdx'), published);
  });

  it('approves no published version and no notice that there is not', async () => {
    expect((await approve('shop', DPO)).err).toContain('shop has no draft');
    expect((await approve('shops', DPO)).err).toContain('there is no notice "shops"');
  });

  it('starts the next version and translations without the approvals of the last', async () => {
    expect((await run(['revise', 'shop'])).code).toBe(0);
    expect(readFileSync(file('shop'), 'utf8')).not.toContain('approved');
    rmSync(file('shop'));
    expect((await run(['translate', 'shop', 'cy'])).code).toBe(0);
    expect(readFileSync(file('shop', 'draft.cy.mdx'), 'utf8')).not.toContain('approved');
  });

  it('asks others for a translation', async () => {
    edit(file('shop', 'draft.cy.mdx'), (text) =>
      text.replace(/^We send[^\n]*/m, 'Rydym yn anfon popeth gyda chludwr.'),
    );
    const { err } = await publish('shop/cy');
    expect(err).toContain('not approved by “Welsh language officer”');
    expect(err).not.toContain(LEGAL);
    expect((await approve('shop/cy', 'Welsh language officer')).code).toBe(0);
    expect(await publish('shop/cy')).toMatchObject({ code: 0, err: '' });
  });

  it('asks whom an organisation names, and where it names nobody, whom the site does', async () => {
    const club = await publish('acme/club');
    expect(club.err).toContain('not approved by “Managing director”');
    expect(club.err).not.toContain(DPO);
    expect((await publish('other/staff')).err).toContain('not approved by “Head of legal”');
  });

  it.each([
    ['a role without a letter', '   ', 'names the role'],
    ['a role that acts on a terminal', 'Officer\u001B[2J', 'not seen'],
    ['a role that turns a line round', 'Officer\u202E', 'not seen'],
  ])('refuses %s', async (_what, role, why) => {
    const before = readFiles(folder());
    const { code, err } = await approve('other/staff', role);
    expect(code).toBe(1);
    expect(err).toContain(why);
    expect(readFiles(folder())).toEqual(before);
  });

  it('keeps a role in quotes as it was typed', async () => {
    const role = `Head of "post" & $letters: #1`;
    expect((await approve('other/staff', role)).code).toBe(0);
    expect(readFileSync(file('other/staff'), 'utf8')).toContain(JSON.stringify(role));
  });

  it('refuses a draft whose facts it cannot edit, with what to write', async () => {
    const whole = readFileSync(file('other/staff'), 'utf8');
    edit(file('other/staff'), () =>
      whole.replace(/---\n[\s\S]*?\n---/, (facts) => {
        const { title } = /title: (?<title>.*)/.exec(facts)?.groups ?? {};
        return `---\n{ title: ${title}, published: "2026-11-20", effective: "2026-12-01", controller: { name: A Limited, contact: { email: a@a.example } } }\n---`;
      }),
    );
    const { code, err } = await approve('other/staff', DPO);
    expect(code).toBe(1);
    expect(err).toMatch(/`approved` cannot be written[\s\S]*approved:\n +- { by: /);
    writeFileSync(file('other/staff'), whole);
  });
});
