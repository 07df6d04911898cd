import { expect, test } from 'vitest';
import { languageOf } from './language.ts';
import { withoutWayback } from './wayback.ts';

test.each([
  [
    'en',
    'We collect your name and address when you order from us, and we keep both for as long as the law says that we have to.',
  ],
  [
    'cy',
    "Rydym yn casglu eich enw a'ch cyfeiriad pan fyddwch yn archebu gan ein cwmni ni, ac mae hyn yn cael ei gadw am y cyfnod y mae'r gyfraith yn ei nodi.",
  ],
  [
    'de',
    'Wir erheben Ihre Daten, wenn Sie bei uns bestellen, und speichern sie für die Dauer, die das Gesetz für den Vertrag vorsieht.',
  ],
  [
    'fr',
    'Nous collectons votre nom et votre adresse pour livrer les commandes que vous passez, et nous les gardons pour la durée que la loi prévoit.',
  ],
])('tells %s from its small words, whatever the template says', (language, text) => {
  expect(languageOf(text, 'ga')).toBe(language);
});

test('believes the source where words do not tell', () => {
  expect(languageOf('Privacy', 'cy-GB')).toBe('cy');
  expect(languageOf('Privacy')).toBeUndefined();
  expect(languageOf('Privacy', '{{ lang }}')).toBeUndefined();
});

test.each([
  [
    'https://web.archive.org/web/20240501123456/https://acme.example/a?b=1',
    'https://acme.example/a?b=1',
  ],
  ['/web/20240501123456im_/http://acme.example/a.png', 'http://acme.example/a.png'],
  ['http://web.archive.org/web/20240501/mailto:a@acme.example', 'mailto:a@acme.example'],
  ['/web/20240501123456/acme.example/a', 'http://acme.example/a'],
  ['https://acme.example/web/2024/x', 'https://acme.example/web/2024/x'],
  ['/web/2024/report.html', '/web/2024/report.html'],
])('undoes the links of the Wayback Machine: %s', (archived, original) => {
  expect(withoutWayback(archived)).toBe(original);
});
