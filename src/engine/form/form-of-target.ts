import type { FormRowConfig, TransactionConfig } from '../../../schemas/generated/config.js';
import type { FormRow as SpecRow } from '../../../schemas/generated/form.js';
import type { FormRow, TargetForm } from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { InputProblem, type InputProblemPlace } from '../input/input-problem.js';
import { escapePointer } from '../input/json-pointer.js';
import { type Chapter, formOfProfile, loadForm } from './form.js';
import { checksOf, type Proof } from './row-checks.js';

/** A row before it is known which check proves it. */
interface OpenRow {
  no: string;
  service: string;
  serviceCode?: string;
  scenario: string;
  expected: string;
  codes?: readonly string[];
  proof?: Proof;
  field?: string;
  /** It is tried on what the merchant hosts. */
  ofMerchant?: boolean;
}

/** What a chapter is called whose number is not known. */
const unknownChapter = 'n';
/** How the form calls the service of its first rows. */
const anyService = 'Any Service';

const responseCode = /\b\d{3}(?:[0-9A-Z]{2}|xx)\d{2}\b/;

/**
 * The rows of the certification form for a transaction: those of its chapter, with what the config says otherwise.
 *
 * @param place The transaction in the config.
 * @throws InputProblem for an unknown version, and for a row of which the form has nothing and the config too little.
 */
export function formOfTarget(
  { serviceCode, form: config = {} }: Pick<TransactionConfig, 'serviceCode' | 'form'>,
  profile: Pick<Profile, 'name' | 'role' | 'services'>,
  place: Required<Pick<InputProblemPlace, 'file' | 'pointer'>>,
): TargetForm {
  const { name } = profile;
  const at = { ...place, pointer: `${place.pointer}/form` };
  const form = loadForm(config.version ?? formOfProfile(name), {
    ...at,
    pointer: `${at.pointer}/version`,
  });
  const chapter = form.chapters.find(({ no, services }) =>
    config.chapter === undefined ? Object.hasOwn(services, serviceCode) : no === config.chapter,
  );
  const number = config.chapter ?? chapter?.no;
  const service = config.service ?? chapter?.services[serviceCode];
  const open = (chapter?.rows ?? form.anyService).map((row) =>
    openRow(row, number ?? unknownChapter, chapter, { code: serviceCode, title: service }),
  );
  const rows = withConfig(open, config.rows ?? {}, { ...at, pointer: `${at.pointer}/rows` });
  return {
    version: form.name,
    ...(number !== undefined && { chapter: number }),
    serviceCode,
    rows: rows.map((row) => resolved(row, serviceCode, profile)),
  };
}

function openRow(
  { no, service, scenario, expected, codes, proof, field, host }: SpecRow,
  chapter: string,
  { services = {} }: Partial<Chapter> = {},
  own: { code: string; title: string | undefined },
): OpenRow {
  const title = service === own.code ? own.title : services[service ?? ''];
  return {
    no: `${chapter}.${no}`,
    service: service === undefined ? anyService : (title ?? `Service ${service}`),
    ...(service !== undefined && { serviceCode: service }),
    ...{ scenario, expected },
    ...(codes && { codes }),
    ...(proof && { proof }),
    ...(field !== undefined && { field }),
    ...(host && { ofMerchant: true }),
  };
}

/** The rows as the config changes them, and those that it adds. */
function withConfig(
  rows: readonly OpenRow[],
  changes: Readonly<Record<string, FormRowConfig>>,
  place: { file: string; pointer: string },
): OpenRow[] {
  const known = new Set(rows.map(({ no }) => no));
  const kept = rows.flatMap((row) => {
    const change = Object.hasOwn(changes, row.no) ? changes[row.no] : undefined;
    if (change?.omit) return [];
    return change ? [changed(row, change)] : [row];
  });
  const added = Object.entries(changes).flatMap(([no, change]) => {
    if (known.has(no) || change.omit) return [];
    const { scenario, expected } = change;
    if (scenario === undefined || expected === undefined)
      throw new InputProblem('unknown-row', `the form has no row ${no}`, {
        file: place.file,
        pointer: `${place.pointer}/${escapePointer(no)}`,
        remedy: `Its rows: ${[...known].join(', ')}. A row that is added needs scenario and expected.`,
      });
    return [changed({ no, service: anyService, scenario, expected }, change)];
  });
  return [...kept, ...added];
}

function changed(row: OpenRow, config: FormRowConfig): OpenRow {
  const { omit: _, proof = row.proof, ...values } = config;
  const { proof: __, codes, ...rest } = row;
  // Codes follow from the expected result, unless they are given.
  const kept = codes && config.expected === undefined ? { codes } : {};
  return { ...rest, ...kept, ...values, ...(proof && { proof }) };
}

function resolved(
  row: OpenRow,
  serviceCode: string,
  { role, services }: Pick<Profile, 'role' | 'services'>,
): FormRow {
  const { no, service, scenario, expected, codes, proof, field, ofMerchant } = row;
  const found =
    ofMerchant && role !== 'merchant'
      ? say('form/rows/of-merchant')
      : checksOf(proof, field, services.transaction);
  const inForm = (text: string) => text.replace(responseCode, (code) => ofService(code));
  const ofService = (code: string) => code.replace('xx', serviceCode);
  const expectedCodes = codes ?? responseCode.exec(expected)?.slice(0, 1) ?? [];
  const proves = 'check' in found;
  return {
    no,
    service,
    ...(row.serviceCode !== undefined && { serviceCode: row.serviceCode }),
    scenario: scenario.replace('{}', field === undefined ? '{}' : `{${field}}`),
    expected: inForm(expected),
    ...(expectedCodes.length > 0 && { codes: expectedCodes.map(ofService) }),
    ...(proves && field !== undefined && { field }),
    ...(proves ? found : { untried: render(found) }),
  };
}
