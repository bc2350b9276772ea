import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { whole } from '../../reports/render.js';
import { textCell } from '../../reports/xlsx/cells.js';
import { scenarios } from '../../reports/xlsx/scenarios.js';
import { sheetNames } from '../../reports/xlsx/sheet-names.js';
import { xlsx } from '../../reports/xlsx.js';
import type {
  CheckResult,
  Exchange,
  Result,
  TargetResult,
} from '../../schemas/generated/result.js';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { unzipped } from '../support/unzipped.js';
import { evilResult } from './fixtures/evil.js';
import { full } from './fixtures/full.js';
import { hostile } from './fixtures/hostile.js';
import { check, control, probe, refusal } from './fixtures/parts.js';
import { rich } from './fixtures/result.js';

type Row = Record<string, string>;

/** The sheets of a result's workbook, by name, as rows of texts. */
async function sheetsOf(result: Result): Promise<Map<string, string[][]>> {
  const [file] = await xlsx.files(result);
  const sheets = await readExcelFile(Buffer.from(whole(file?.content ?? '')));
  return new Map(
    sheets.map(({ sheet, data }) => [
      sheet,
      data.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ]),
  );
}

/** The rows of the one target's sheet, by the titles of the columns. */
async function rowsOf(checks: CheckResult[], exchanges: Exchange[]): Promise<Row[]> {
  const [target] = rich.targets as [TargetResult];
  const result = { ...rich, targets: [{ ...target, name: 'bank', checks }], exchanges };
  const [titles = [], ...rows] = (await sheetsOf(result)).get('bank') ?? [];
  return rows.map((row) =>
    Object.fromEntries(titles.map((title, index) => [title, row[index] ?? ''])),
  );
}

/** The row of the scenario that this check tries, where it is the whole of a run. */
async function rowOf(
  id: string,
  changes: Partial<CheckResult>,
  exchange?: Exchange,
  ...more: CheckResult[]
) {
  const checks = [check(id, { exchanges: exchange ? [exchange.id] : [], ...changes }), ...more];
  const rows = await rowsOf(checks, exchange ? [exchange] : []);
  const at = scenarios.findIndex((scenario) => scenario.check === id);
  return rows[at];
}

const missingKey = 'token-b2b/headers/rejects-missing-client-key';

const refused = (code: string) =>
  probe('e5', 'bank', 'X-CLIENT-KEY', 'X-CLIENT-KEY was left out', undefined, {
    response: refusal(400, code, 'Invalid Mandatory Field X-CLIENT-KEY'),
  });

describe('evidence.xlsx', () => {
  it("has the form's columns and rows, in its order", async () => {
    const sheets = await sheetsOf(rich);
    expect([...sheets.keys()]).toEqual(['Run', 'doku sandbox', 'bank']);
    const [titles, ...rows] = sheets.get('doku sandbox') ?? [];
    expect(titles).toEqual([
      ...['No.', 'Service', 'Scenario', 'Expected', 'Request', 'Response', 'Response code'],
      ...['Result', 'Evidence'],
    ]);
    expect(rows.map(([no]) => no)).toEqual(scenarios.map(({ no }) => no));
    expect([...new Set(rows.filter((row) => row[1] === 'Any Service').map(([no]) => no))]).toEqual([
      ...['11.1', '11.2', '11.3', '11.4', '11.5'],
    ]);
  });

  it('tries its scenarios with checks that there are', () => {
    const catalogue = shippedCatalogue();
    for (const { check: id, codeCheck, untestable } of scenarios) {
      expect(id === undefined).toBe(untestable !== undefined);
      for (const one of [id, codeCheck])
        if (one !== undefined) expect(catalogue.has(one), one).toBe(true);
    }
  });

  it('fills a row with what was sent, what came back, and where it is kept', async () => {
    expect(await rowOf(missingKey, {}, refused('4007302'))).toEqual({
      'No.': '73.5',
      Service: 'Access Token B2B',
      Scenario: 'Invalid Mandatory Field [X-CLIENT-KEY]',
      Expected: '4007302',
      Request: [
        'POST https://api.example/authorization/v1/access-token/b2b',
        'Content-Type: application/json',
        'X-TIMESTAMP: 2026-03-02T09:15:27+07:00',
        `X-SIGNATURE: ${signatureOf(refused(''))}`,
        'Content-Length: 34',
        '',
        '{"grantType":"client_credentials"}',
      ].join('\n'),
      Response: [
        'HTTP 400',
        'content-type: application/json',
        '',
        '{"responseCode":"4007302","responseMessage":"Invalid Mandatory Field X-CLIENT-KEY"}',
      ].join('\n'),
      'Response code': '4007302',
      Result: 'passed',
      Evidence: 'e5 (token-b2b/headers/rejects-missing-client-key)',
    });
  });

  it.each<[string, Partial<CheckResult>, string, CheckResult[], string]>([
    ['the expected code', {}, '4007302', [], 'passed'],
    [
      'another code',
      {},
      '4007300',
      [],
      'differs: as it should be, but with 4007300 where 4007302 is expected',
    ],
    [
      'another code that the document has',
      {},
      '4007300',
      [check('token-b2b/errors/missing-field')],
      'passed: 4007300, which the document of the profile doku allows',
    ],
    [
      'another code that is not judged',
      {},
      '4007300',
      [check('token-b2b/errors/missing-field', { outcome: 'inapplicable' })],
      'differs: as it should be, but with 4007300 where 4007302 is expected',
    ],
    ['a failure', { outcome: 'failed', message: 'Given.' }, '2007300', [], 'failed: Given.'],
    ['no answer', { outcome: 'cantTell', message: '503.' }, '', [], "can't tell: 503."],
  ])('says of %s what it is', async (_, changes, code, more, result) => {
    expect((await rowOf(missingKey, changes, refused(code), ...more))?.['Result']).toBe(result);
  });

  it.each<[string, Partial<CheckResult>, Exchange | undefined, string]>([
    [
      'untested',
      { outcome: 'untested', message: 'no transaction' },
      undefined,
      'not tested: no transaction',
    ],
    [
      'inapplicable',
      { outcome: 'inapplicable', message: 'none' },
      undefined,
      'not tested, inapplicable: none',
    ],
    ['passed without evidence', {}, undefined, "can't tell: the run kept no exchange of it"],
    [
      'passed beside a control alone',
      {},
      control('e1', 'bank'),
      "can't tell: the run kept no exchange of it",
    ],
  ])('never passes what is %s', async (_, changes, exchange, result) => {
    const row = await rowOf(missingKey, changes, exchange);
    expect(row?.['Result']).toBe(result);
    expect([row?.['Request'], row?.['Response code'], row?.['Evidence']]).toEqual(['', '', '']);
  });

  it('says why nothing was tested where a run has no checks', async () => {
    const rows = await rowsOf([], []);
    expect(rows).toHaveLength(scenarios.length);
    for (const row of rows)
      expect(row['Result']).toMatch(/^not tested: (the check \S+ was no part|it needs|a timeout)/);
  });

  it('takes a grant as evidence of the positive scenario', async () => {
    const row = await rowOf('token-b2b/response/response-code', {}, control('e1', 'bank'));
    expect(row).toMatchObject({ 'Response code': '2007300', Result: 'passed' });
  });

  it('names the run and its targets on the first sheet', async () => {
    const facts = new Map((await sheetsOf(rich)).get('Run')?.map(([name, value]) => [name, value]));
    expect(facts.get('Tool')).toBe('snap-conformance 0.1.0');
    expect(facts.get('Seed')).toBe('42');
    expect(facts.get('Control')).toBe('The control was refused: 4017300 Unauthorized. Signature.');
  });

  it('names the documents of the profiles, with their editions', async () => {
    const rows = (await sheetsOf(full)).get('Run') ?? [];
    expect(rows.filter(([name]) => name === 'Document').map(([, value]) => value)).toEqual([
      'A manual, v1.2, May 2026 (primary)',
      'The standard (mirror)',
    ]);
  });

  it.each([
    ['hostile', hostile],
    ['evil', evilResult],
  ])('can be read whatever a server says: %s', async (_, result) => {
    const sheets = await sheetsOf(result);
    expect(sheets.size).toBe(3);
    for (const name of sheets.keys()) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    for (const row of [...sheets.values()].flat())
      for (const cell of row) expect(cell).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  it('goes on in a further row where a text is higher than a row can be', async () => {
    const long = refused('4007302');
    // Of two texts that differ by one character, one is cut within a character of two halves.
    for (const value of ['x'.repeat(9000), '😀'.repeat(4500), `x${'😀'.repeat(4500)}`]) {
      long.request.headers[0] = ['X-LONG', value];
      const rows = await rowsOf([check(missingKey, { exchanges: [long.id] })], [long]);
      const at = rows.findIndex((row) => row['Request'] !== '');
      const parts = rows.slice(at).filter((row) => row['Request'] !== '');
      expect(parts.map((row) => row['No.'])).toEqual(['73.5', ...parts.slice(1).map(() => '')]);
      expect(parts.length).toBeGreaterThan(3);
      expect(parts.map((row) => row['Request']).join('')).toContain(value);
      for (const row of parts) expect(row['Request']).not.toMatch(/U\+D83D/);
    }
  });

  it('is printed on landscape A4, as wide as the page, with its titles on each', async () => {
    const [file] = await xlsx.files(rich);
    const parts = unzipped(whole(file?.content ?? ''));
    const book = parts.get('xl/workbook.xml') ?? '';
    expect(book.match(/<definedNames/g)).toHaveLength(1);
    expect(book).toContain(`name="_xlnm.Print_Titles" localSheetId="1">'doku sandbox'!$1:$1<`);
    for (const sheet of ['1', '2', '3']) {
      const text = parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? '';
      expect(text).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
      expect(text).toMatch(
        /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
      );
    }
  });

  it('cuts a cell that Excel would not take, and says so', () => {
    for (const value of ['x'.repeat(40_000), '😀'.repeat(20_000), `x${'😀'.repeat(20_000)}`]) {
      const { value: shown } = textCell(value);
      expect(String(shown).length).toBeLessThanOrEqual(32_767);
      expect(shown).toMatch(/… \[\d+ characters\]$/);
      expect(shown).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    }
  });
});

it('names of sheets keep the rules of Excel', () => {
  const names = [
    'a/b',
    'A B',
    "'quoted'",
    'history',
    '',
    'Run',
    'x'.repeat(40),
    'x'.repeat(41),
    '\u{1f600}'.repeat(20),
  ];
  expect(sheetNames(names, ['Run'])).toEqual([
    'a b',
    'A B (2)',
    'quoted',
    'history (2)',
    'target',
    'Run (2)',
    'x'.repeat(31),
    `${'x'.repeat(27)} (2)`,
    '\u{1f600}'.repeat(15),
  ]);
});

function signatureOf({ request }: Exchange): string {
  return request.headers.find(([name]) => name === 'X-SIGNATURE')?.[1] ?? '';
}
