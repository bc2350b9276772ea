import type {
  Certification,
  FormRow,
  Result,
  TargetForm,
  TargetResult,
} from '../../schemas/generated/result.js';
import { type Lookup, lookUp } from '../shared/lookup.js';
import { type FormResult, type Judged, judgeRow } from './judge-row.js';
import { requestCell, responseCell } from './message-cells.js';

/** A row of the form, filled in. */
export interface FilledRow {
  no: string;
  service: string;
  scenario: string;
  expected: string;
  request: string;
  response: string;
  result: FormResult;
  notes: string;
}

/** The certification form of one target. */
export interface FilledForm {
  /** Of the target. */
  name: string;
  /** What the form asks for before its table, and the answer; undefined: to be filled in by hand. */
  head: [label: string, value: string | undefined][];
  rows: FilledRow[];
}

/** A target with the rows that it has to show something for. */
type Tried = TargetResult & { form: TargetForm };

/** What stands at the top of the form. */
export const formTitles = ['Lampiran 7.C', 'Skenario dan Hasil Uji Fungsionalitas'] as const;

/** The columns of the form, with their share of the width. */
export const formColumns: readonly [title: string, of: keyof FilledRow, share: number][] = [
  ['No', 'no', 6],
  ['Service', 'service', 13],
  ['Scenario', 'scenario', 19],
  ['Expected Result', 'expected', 17],
  ['Request', 'request', 54],
  ['Response', 'response', 34],
  ['Result', 'result', 9],
  ['Notes', 'notes', 24],
];

/**
 * A form for each target of a result.
 *
 * @param head Answers that replace those of the config.
 */
export function formsOf(result: Result, head: Certification = {}): FilledForm[] {
  const lookup = lookUp(result);
  const groups = new Map<string, TargetResult[]>();
  for (const target of result.targets) {
    // Each further service of a target is a target of its own.
    const { name, partOf = name } = target;
    groups.set(partOf, [...(groups.get(partOf) ?? []), target]);
  }
  return [...groups].map(([name, targets]) => ({
    name,
    head: headOf({ ...targets[0]?.certification, ...head }, result.run.startedAt),
    rows: rowsOf(lookup, targets),
  }));
}

function headOf(
  { provider, user, api, date }: Certification,
  startedAt: string,
): FilledForm['head'] {
  return [
    ['Nama Penyedia Layanan', provider],
    ['Nama Pengguna Layanan', user],
    ['Nama Layanan API', api],
    ['Tanggal Pengujian', date ?? dayInJakarta(startedAt)],
  ];
}

function dayInJakarta(instant: string): string {
  const format = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' });
  return format.format(new Date(instant));
}

function rowsOf(lookup: Lookup, targets: readonly TargetResult[]): FilledRow[] {
  const tried = targets.filter((target): target is Tried => target.form !== undefined);
  if (tried.length === 0) return [withoutTransaction];
  const chapters = new Map<string, Tried[]>();
  for (const target of tried) {
    const { chapter = `service ${target.form.serviceCode}` } = target.form;
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), target]);
  }
  return [...chapters.values()].flatMap((those) => chapterRows(lookup, those));
}

const withoutTransaction: FilledRow = {
  ...{ no: '', service: '', scenario: '', expected: '', request: '', response: '' },
  result: 'N/A',
  notes:
    'the result has no rows of the form: the target has no transaction in the config, or was tested by an earlier version',
};

/** The rows of one chapter, over all services of it that were tested. */
function chapterRows(lookup: Lookup, targets: readonly Tried[]): FilledRow[] {
  const numbers = new Set(targets.flatMap(({ form }) => form.rows.map(({ no }) => no)));
  return [...numbers].map((no) => {
    const all = targets.flatMap((target) => {
      const row = target.form.rows.find((each) => each.no === no);
      return row ? [{ target, row }] : [];
    });
    const own = all.filter(({ target, row }) => isOf(row, target.form));
    const judged = own.map(({ target, row }) => ({ row, judged: judgeRow(lookup, target, row) }));
    const [first] = all;
    if (!first) throw new RangeError(no);
    const shown = worst(judged) ?? { row: first.row, judged: ofAnotherService(first.row) };
    return filled(shown.row, shown.judged);
  });
}

function isOf({ serviceCode }: FormRow, form: TargetForm): boolean {
  return serviceCode === undefined || serviceCode === form.serviceCode;
}

function ofAnotherService({ untried, serviceCode }: FormRow): Judged {
  return { result: 'N/A', notes: untried ?? `service ${serviceCode} was no part of this run` };
}

/** A row about any service fails if one of them does, and passes if one of the others does. */
function worst<T extends { judged: Judged }>(all: readonly T[]): T | undefined {
  const having = (result: FormResult) => all.find(({ judged }) => judged.result === result);
  return having('NOT PASS') ?? having('PASS') ?? all[0];
}

function filled(
  { no, service, scenario, expected }: FormRow,
  { result, notes, exchange }: Judged,
): FilledRow {
  return {
    ...{ no, service, scenario, expected },
    request: exchange ? requestCell(exchange) : '',
    response: exchange ? responseCell(exchange) : '',
    ...{ result, notes },
  };
}
