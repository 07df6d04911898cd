/**
 * Small notices in the shape of real ones that broke tools like this: many versions in German, a few
 * in Japanese, Chinese and Arabic, and a list of processors that only ever grows and shrinks.
 */
import { FRONTMATTER, version } from './notices.ts';

const on = (day: string, language: string): string =>
  `${FRONTMATTER.replaceAll('2025-01-01', day)}\nlanguage: ${language}`;

/** The day of each of the German versions: more of them than have a page for every two. */
export const GERMAN_DAYS = Array.from({ length: 16 }, (_, index) => `${2010 + index}-05-25`);

const german = (index: number): string => `## Verantwortlicher {#verantwortlicher}

Verantwortlich ist der Werkhof Beispielstadt, Mitgliederverwaltung und Datenschutzangelegenheiten.

## Zwecke {#zwecke}

Wir verarbeiten Ihre Angaben, um die Mitgliedschaft zu führen${index >= 4 ? ', Beiträge einzuziehen' : ''}${index >= 9 ? ' und Werkzeuge auszuleihen' : ''}.
${index >= 6 ? '\n## Empfänger {#empfaenger}\n\nDie Sparkasse erhält die Bankverbindung. Sonst erhält niemand Ihre Daten.\n' : ''}
## Speicherdauer {#speicherdauer}

Nach dem Austritt löschen wir Ihre Daten nach ${3 + (index % 5)} Jahren.
`;

const JAPANESE = {
  '2022-04-01': `## 収集する情報 {#collect}

当館は来館者の氏名と電話番号を記録します。記録は受付の棚に置きます。

## 保存期間 {#retention}

記録は三年間保存し、その後に裁断します。`,
  '2023-04-01': `## 収集する情報 {#collect}

当館は来館者の氏名と電話番号と利用日を記録します。記録は受付の棚に置きます。

## 保存期間 {#retention}

記録は二年間保存し、その後に裁断します。`,
  '2025-04-01': `## 収集する情報 {#collect}

当館は来館者の氏名と利用日を記録します。

## 保管場所 {#storage}

記録は受付の棚に置きます。鍵は館長だけが持ちます。

## 保存期間 {#retention}

記録は二年間保存し、その後に裁断します。`,
};

const CHINESE = {
  '2021-09-01': `## 我们收集的信息 {#collect}

我们收集您的姓名和手机号码，用于预约座位。

## 保存期限 {#retention}

我们将记录保存12个月。`,
  '2022-09-01': `## 我们收集的信息 {#collect}

我们收集您的姓名、手机号码和电子邮箱，用于预约座位。

## 保存期限 {#retention}

我们将记录保存6个月。`,
  '2024-09-01': `## 我们收集的信息 {#collect}

我们收集您的姓名、手机号码和电子邮箱，用于预约座位和寄送通知。

## 保存期限 {#retention}

我们将记录保存6个月。`,
};

const ARABIC = {
  '2022-03-01': `## ما نجمعه {#collect}

نجمع اسم الزائر ورقم هاتفه عند الدخول.

## مدة الحفظ {#retention}

نحفظ الدفاتر لمدة ٣٠ يوما ثم نمحوها.`,
  '2023-03-01': `## ما نجمعه {#collect}

نجمع اسم الزائر ورقم هاتفه عند الدخول.

## مدة الحفظ {#retention}

نحفظ الدفاتر لمدة ٦٠ يوما ثم نمحوها.`,
  '2025-03-01': `## ما نجمعه {#collect}

نجمع اسم الزائر وبريده عند الدخول.

## مدة الحفظ {#retention}

نحفظ الدفاتر لمدة ٦٠ يوما ثم نمحوها.`,
};

const processors = (...rows: readonly string[]): string => `## Processors {#processors}

| Name | Purpose | Country |
| --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}
`;

const ROWS = [
  'Alder Hosting | Servers | Ireland',
  'Birch Mail | Letters by e-mail | Denmark',
  'Cedar Desk | Answering questions | Portugal',
  'Damson Pay | Card payments | France',
  'Elder Logs | Records of faults | Ireland',
] as const;

const PROCESSORS = {
  '2019-02-01': processors(ROWS[0], ROWS[1], ROWS[3]),
  '2020-02-01': processors(ROWS[0], ROWS[1], ROWS[2], ROWS[3]),
  '2021-02-01': processors(...ROWS),
  '2022-02-01': processors(ROWS[0], ROWS[2], ROWS[3], ROWS[4]),
  '2024-02-01': processors(ROWS[0], ROWS[2].replace('Portugal', 'Spain'), ROWS[3], ROWS[4]),
};

const history = (notice: string, language: string, texts: Record<string, string>) =>
  Object.entries(texts).map(([day, body]) => [
    `${notice}/${day}.mdx`,
    version(body, on(day, language)),
  ]);

/** The files of all of them, by their path in the folder of notices. */
export const SHAPES: Record<string, string> = Object.fromEntries([
  ...history(
    'shapes/german',
    'de',
    Object.fromEntries(GERMAN_DAYS.map((day, index) => [day, german(index)])),
  ),
  ...history('shapes/japanese', 'ja', JAPANESE),
  ...history('shapes/chinese', 'zh-CN', CHINESE),
  ...history('shapes/arabic', 'ar', ARABIC),
  ...history('shapes/processors', 'en-GB', PROCESSORS),
]);
