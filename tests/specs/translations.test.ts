import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { loadTranslations } from '../../src/engine/catalogue/translations.js';
import { codeTokens, holdsToken } from './code-tokens.js';

const catalogue = shippedCatalogue();
const indonesian = loadTranslations('id');

/** Said in quotes, but in words, and the names of months: these are translated. */
const spoken = {
  '"if a value is given, check it"': '"periksa bila nilainya diisi"',
  '"Missing"': '"Tidak ada"',
  '"is there a signature to verify?"': '"apakah ada signature untuk diverifikasi?"',
  '"no such client"': '"klien tidak ditemukan"',
  '"not there"': '"tidak ada"',
  '"offset with colon"': '"offset dengan titik dua"',
  '"some known key"': '"suatu kunci yang dikenal"',
  '"some known secret"': '"suatu secret yang dikenal"',
  '"there but wrong"': '"ada tetapi salah"',
  '"this client\'s key"': '"kunci klien ini"',
  '"this client\'s secret"': '"secret klien ini"',
  '"try again later"': '"coba lagi nanti"',
  '"unknown"': '"tidak dikenal"',
  '"verify if present"': '"verifikasi bila ada"',
  June: 'Juni',
  January: 'Januari',
  February: 'Februari',
  March: 'Maret',
};

/** Indonesian words that are capitalised within a sentence. */
const large = ['Anda', 'ID'];

/** English that no Indonesian sentence has a use for; `none` is missing, a JWT's algorithm. */
const english = new Set(
  (
    'a after all already also an and any are as at be because been before behind but by can cannot does done each ' +
    'every for from gets has have how if in instead into is isn it its just leave let make may must never no not ' +
    'nothing of off on once only or other out over put refuse refused should since so such take than that the ' +
    'their them then there these they this through to under until up was were what when where which while who ' +
    'whose will with within without would yes you your'
  ).split(' '),
);

/** An English text with its names, codes and literals as Indonesian writes them. */
function asWritten(text: string): string {
  return (
    Object.entries(spoken)
      .reduce((said, [from, to]) => said.replaceAll(from, to), text)
      // The second of a timestamp with a comma is no thousand.
      .replace(/(?<=\d)(?<!such as 16),(?=\d{3})/g, '.')
      .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
      .replace(/(?<=[A-Z]{2}|Id|Code)s\b/g, '')
  );
}

/** What is wrong with a translation, in words. */
function faultsOf(text: string, translation: string): string[] {
  const original = asWritten(text);
  const codes = codeTokens(translation);
  const lost = codeTokens(original).filter((token) => !holdsToken(translation, token));
  const added = codes.filter((token) => !holdsToken(original, token) && !large.includes(token));
  const prose = codes.reduce((rest, token) => rest.replaceAll(token, ' '), translation);
  const left = (prose.match(/[\p{L}-]+/gu) ?? []).filter((word) => english.has(word.toLowerCase()));
  return [
    ...lost.map((token) => `lost: ${token}`),
    ...added.map((token) => `added: ${token}`),
    ...left.map((word) => `English: ${word}`),
    ...(translation === text ? ['not translated'] : []),
  ];
}

describe('the Indonesian texts', () => {
  test('are there for each requirement, and for nothing else', () => {
    expect([...indonesian.keys()].sort()).toEqual([...catalogue.keys()].sort());
  });

  test.each([...new Set([...catalogue.values()].map(({ area }) => area))])(
    'of %s are Indonesian, with the names, codes and literals of the English ones',
    (area) => {
      for (const requirement of catalogue.values()) {
        const { id } = requirement;
        if (!id.startsWith(`${area}/`)) continue;
        const own = indonesian.get(id);
        for (const part of ['title', 'statement', 'rationale', 'remedy'] as const)
          expect.soft(faultsOf(requirement[part], own?.[part] ?? ''), `${id}: ${part}`).toEqual([]);
      }
    },
  );
});

describe('what they are checked for', () => {
  const text = 'Answer 4007301 and name grantType; send `Allow: POST` with the 405.';
  const right = 'Jawab 4007301 dan sebutkan grantType; kirim `Allow: POST` bersama 405.';

  test.each([
    [right, []],
    [text, ['English: and', 'English: with', 'English: the', 'not translated']],
    [right.replace('4007301', '4007300'), ['lost: 4007301', 'added: 4007300']],
    [right.replace('grantType', 'grant type'), ['lost: grantType']],
    [right.replace('Allow', 'Izin'), ['lost: `Allow: POST`', 'added: `Izin: POST`']],
    [
      right.replace('405', 'X-TIMESTAMP'),
      ['lost: 405', 'added: X-TIMESTAMP', 'added: TIMESTAMP', 'added: X'],
    ],
  ])('%s', (translation, faults) => {
    expect(faultsOf(text, translation)).toEqual(faults);
  });

  test('thousands, plurals and what is said in quotes are written as Indonesian writes them', () => {
    expect(faultsOf('"not there", 10,000 JWTs', '"tidak ada", 10.000 JWT')).toEqual([]);
    expect(faultsOf('"null"', '"nihil"')).toEqual(['lost: "null"', 'lost: null', 'added: "nihil"']);
  });
});
