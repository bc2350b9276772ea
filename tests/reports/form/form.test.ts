import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../reports/form/forms.js';
import { indentedJson } from '../../../reports/form/indented-json.js';
import { renderReport, whole } from '../../../reports/render.js';
import { linesOf, splitText } from '../../../reports/shared/split-text.js';
import type { CheckResult, Exchange } from '../../../schemas/generated/result.js';
import { unzipped } from '../../support/unzipped.js';
import { evilResult } from '../fixtures/evil.js';
import { hostile } from '../fixtures/hostile.js';
import { check, control, json } from '../fixtures/parts.js';
import { rich } from '../fixtures/result.js';
import { bank, missing, oneRow, refused, resultOf, row } from './fixture.js';
import { readDocuments, readWorkbooks } from './read-form.js';

const columns = [
  ...['No', 'Service', 'Scenario', 'Expected Result', 'Request', 'Response', 'Result', 'Notes'],
];
const head = { provider: 'Bank Contoh', user: 'Toko Contoh', api: 'Balance Inquiry' };

describe.each([
  ['form-xlsx', readWorkbooks],
  ['form-docx', readDocuments],
] as const)('%s, read back', (name, read) => {
  it('has the head of the form, and dots where nothing is given', async () => {
    const [form] = await read(oneRow({}), { certification: head });
    const [first, second, ...lines] = (form?.head ?? []).map((line) => line.replace(/\s+/g, ' '));
    expect([first, second]).toEqual(['Lampiran 7.C', 'Skenario dan Hasil Uji Fungsionalitas']);
    expect(lines).toEqual([
      'Nama Penyedia Layanan : Bank Contoh',
      'Nama Pengguna Layanan : Toko Contoh',
      'Nama Layanan API : Balance Inquiry',
      'Tanggal Pengujian : 2 Maret 2026',
    ]);
    const [blank] = await read(oneRow({}));
    expect(blank?.head[2]).toMatch(/^Nama Penyedia Layanan\s*: (?:\.{40,}|…{20,})$/);
  });

  it('has the eight columns, and a row as evidence fills it', async () => {
    const exchange = refused('4001102');
    exchange.request.headers.push(
      ['Authorization', 'Bearer eyJhbG…iOiI'],
      ['Authorization-Customer', 'Bearer abcdef…wxyz'],
      ['X-QUOTE', 'a "b"'],
    );
    const [form] = await read(oneRow({}, exchange));
    expect(form?.titles).toEqual(columns);
    expect(form?.rows).toEqual([
      {
        No: '3.3',
        Service: 'Any Service',
        Scenario: 'Missing Mandatory Field {X-TIMESTAMP}',
        'Expected Result': '4001102 Missing Mandatory Field',
        Request: [
          'URL Endpoint:',
          'https://api.example/authorization/v1/access-token/b2b',
          '',
          'Header Request:',
          '[',
          '"Content-Type=application/json",',
          '"X-CLIENT-KEY=MCH-0008",',
          `"X-SIGNATURE=${exchange.request.headers.find(([key]) => key === 'X-SIGNATURE')?.[1]}",`,
          '"Content-Length=34",',
          '"Authorization=Bearer ***",',
          '"Authorization-Customer=Bearer ***",',
          '"X-QUOTE=a \\"b\\""',
          ']',
          '',
          'Request Body:',
          '{',
          '  "grantType": "client_credentials"',
          '}',
        ].join('\n'),
        Response: [
          'Response Body:',
          '{',
          '  "responseCode": "4001102",',
          '  "responseMessage": "Missing Mandatory Field X-TIMESTAMP"',
          '}',
        ].join('\n'),
        Result: 'PASS',
        Notes: 'Evidence: e9 in result.json',
      },
    ]);
    const array = /\[\n[\s\S]*?\n\]/.exec(form?.rows[0]?.['Request'] ?? '')?.[0] ?? '';
    expect(JSON.parse(array)).toContain('X-QUOTE=a "b"');
  });

  it('is one file for each target, with a row that says why there are none', async () => {
    const forms = await read(rich);
    const ending = name.split('-')[1];
    expect(forms.map(({ file }) => file)).toEqual([
      `form-doku-sandbox.${ending}`,
      `form-bank.${ending}`,
    ]);
    expect(forms[0]?.rows).toHaveLength(1);
    expect(forms[0]?.rows[0]).toMatchObject({ No: '', Result: 'N/A' });
    expect(forms[0]?.rows[0]?.['Notes']).toContain('no transaction in the config');
  });

  it('keeps a long body whole', async () => {
    const value = Array.from({ length: 900 }, (_, at) => `"k${at}": "${at}"`).join(',\n  ');
    const exchange = refused('4001102');
    const text = `{"a":"${'x'.repeat(3000)}"}`;
    exchange.request.body = { bytes: 1, text: `{\n  ${value}\n}` };
    if (exchange.response) exchange.response.body = { bytes: text.length, text };
    const [form] = await read(oneRow({}, exchange));
    const cells = (of: string) => (form?.rows ?? []).map((each) => each[of]);
    expect(cells('Request').join('\n')).toContain(`{\n  ${value}\n}`);
    expect(cells('Response').join('').replaceAll('\n', '')).toContain('x'.repeat(3000));
    expect(cells('No')).toEqual([
      '3.3',
      ...cells('No')
        .slice(1)
        .map(() => ''),
    ]);
  });

  it.each([
    ['hostile', hostile],
    ['evil', evilResult],
  ])('can be read whatever a server says: %s', async (_, result) => {
    for (const form of await read(result))
      for (const each of form.rows)
        expect(Object.values(each).join()).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });
});

/** What the form says of the one row. */
const said = (...given: Parameters<typeof oneRow>) => {
  const [form] = formsOf(oneRow(...given));
  const [first] = form?.rows ?? [];
  return [first?.result, first?.notes.split('\n')[0], first?.request !== ''];
};

describe('a row', () => {
  it.each<[string, Partial<CheckResult>, Exchange | undefined, CheckResult[], unknown[]]>([
    [
      'passes with an expected code',
      {},
      refused('4001102'),
      [],
      ['PASS', 'Evidence: e9 in result.json', true],
    ],
    [
      'does not pass with another code',
      {},
      refused('4001100'),
      [],
      ['NOT PASS', 'it was refused with 4001100, where the form expects 4001102', true],
    ],
    [
      'does not pass without a code',
      {},
      refused('4001102', { response: { status: 400, headers: [], body: json({}) } }),
      [],
      ['NOT PASS', 'it was refused with no response code, where the form expects 4001102', true],
    ],
    [
      'is open where the document allows another code',
      {},
      refused('4001100'),
      [check('transaction/errors/missing-field')],
      [
        'N/A',
        'it was refused with 4001100, where the form expects 4001102; the document of the profile doku allows that code (codes in form.rows of the config say what is expected)',
        true,
      ],
    ],
    [
      'does not pass where its check failed',
      { outcome: 'failed', message: 'It was carried out.' },
      refused('2001100'),
      [],
      ['NOT PASS', 'It was carried out.', true],
    ],
    [
      'does not pass where the failure is known',
      { outcome: 'failed', message: 'Carried out.', known: { reason: 'till May' } },
      refused('2001100'),
      [],
      ['NOT PASS', 'Carried out.', true],
    ],
    [
      'is open where nobody can tell',
      { outcome: 'cantTell', message: 'Answered 503.' },
      refused(''),
      [],
      ['N/A', 'Answered 503.', true],
    ],
    [
      'is open where it was not tested',
      { outcome: 'untested', message: 'no customer' },
      undefined,
      [],
      ['N/A', 'no customer', false],
    ],
    [
      'is open where it does not apply',
      { outcome: 'inapplicable', message: 'no header' },
      undefined,
      [],
      ['N/A', 'no header', false],
    ],
    [
      'is open where the run kept no evidence',
      {},
      undefined,
      [],
      ['N/A', 'it passed, but the run kept no exchange of it', false],
    ],
    [
      'is open where the evidence is a control',
      {},
      control('e9', 'bank'),
      [],
      ['N/A', 'it passed, but the run kept no exchange of it', false],
    ],
  ])('%s', (_, changes, exchange, others, expected) => {
    expect(said(changes, exchange, others)).toEqual(expected);
  });

  it('is open where its check was no part of the run', () => {
    const [form] = formsOf(resultOf([bank([row], [])], []));
    expect(form?.rows[0]?.notes).toBe(`the check ${missing} was no part of this run`);
    expect(form?.rows[0]?.result).toBe('N/A');
  });

  it('of a member of the body passes by an exchange of that member alone', () => {
    const own = { ...row, field: 'amount.value', check: 'transaction/body/rejects-missing-member' };
    const of = (field: string) =>
      said({}, refused('4001102', { mutation: { name: 'x', field } }), [], own)[0];
    expect(of('body /amount/value')).toBe('PASS');
    expect(of('body /merchantId')).toBe('N/A');
  });

  it('of another service says that it was no part of the run', () => {
    const [form] = formsOf(resultOf([bank([{ ...row, serviceCode: '56' }], [])], []));
    expect(form?.rows[0]?.notes).toBe('service 56 was no part of this run');
  });
});

describe('the layout', () => {
  it('of JSON changes the white space between its tokens alone', () => {
    const text = '{"a":1.0,"a":"\\u0041 , {","b":[],"c":{"d":[1e5,null]}}';
    const shown = indentedJson(text);
    expect(shown.split('\n')).toEqual([
      ...['{', '  "a": 1.0,', '  "a": "\\u0041 , {",', '  "b": [],', '  "c": {'],
      ...['    "d": [', '      1e5,', '      null', '    ]', '  }', '}'],
    ]);
    expect(indentedJson(shown)).toBe(shown);
    expect(indentedJson('{"a":')).toBe('{"a":');
  });

  it('counts and splits lines', () => {
    expect(linesOf('abc', 10)).toBe(1);
    expect(linesOf('a'.repeat(21), 10)).toBe(3);
    expect(linesOf('ab cd ef gh', 5)).toBe(3);
    expect(linesOf('a\nb', 10)).toBe(2);
    expect(splitText('a\nb\nc', 10, 2)).toEqual(['a\nb', 'c']);
    expect(splitText('x'.repeat(50), 10, 2)).toEqual([
      'x'.repeat(20),
      'x'.repeat(20),
      'x'.repeat(10),
    ]);
    expect(splitText('', 10, 2)).toEqual(['']);
  });

  it('of the document is landscape A4, its titles on each page, its rows whole', async () => {
    const long = refused('4001102');
    long.request.body = { bytes: 1, text: 'x\n'.repeat(90) };
    for (const [exchange, whole] of [
      [refused('4001102'), 2],
      [long, 1],
    ] as const) {
      const text = (await documentOf(exchange)).get('word/document.xml') ?? '';
      expect(text).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
      expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(1);
      // A row that is higher than a page has to break.
      expect(text.match(/<w:cantSplit\/>/g)).toHaveLength(whole);
      expect(text).toContain('<w:tblLayout w:type="fixed"/>');
    }
  });

  it('of the workbook is landscape A4, its titles on each page, its first sheet the form', async () => {
    const [file] = await renderReport('form-xlsx', oneRow({}, refused('4001102')));
    const parts = unzipped(whole(file?.content ?? ''));
    expect(parts.get('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Lampiran 7.C'!$9:$9</definedName>`,
    );
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1"');
    const heights = [...sheet.matchAll(/<row r="\d+" ht="([\d.]+)"/g)].map(([, height]) =>
      Number(height),
    );
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
    expect(heights).toHaveLength(2);
  });

  it('shows a failed row in colour', async () => {
    const failed = oneRow({ outcome: 'failed', message: 'No.' }, refused('2001100'));
    const passed = oneRow({}, refused('4001102'));
    const shades = async (name: 'form-xlsx' | 'form-docx', result: typeof failed) => {
      const [file] = await renderReport(name, result);
      return [...unzipped(whole(file?.content ?? '')).values()].join('').includes('F9D7D7');
    };
    expect(await shades('form-xlsx', failed)).toBe(true);
    expect(await shades('form-docx', failed)).toBe(true);
    expect(await shades('form-xlsx', passed)).toBe(false);
    expect(await shades('form-docx', passed)).toBe(false);
  });
});

async function documentOf(exchange: Exchange) {
  const [file] = await renderReport('form-docx', oneRow({}, exchange));
  return unzipped(whole(file?.content ?? ''));
}
