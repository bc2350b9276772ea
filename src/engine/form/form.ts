import { basename } from 'node:path';
import type { FormChapter, FormFile, FormRow } from '../../../schemas/generated/form.js';
import { InputProblem, type InputProblemPlace } from '../input/input-problem.js';
import { suggestion } from '../input/nearest-name.js';
import { readSpec, specFile, specNames } from '../input/specs.js';

/** A chapter with all that it has from the forms that are extended. */
export interface Chapter {
  no: string;
  title: string;
  /** What the form calls each service, by service code. */
  services: Readonly<Record<string, string>>;
  /** In the order of their numbers, those of any service included. */
  rows: readonly FormRow[];
}

/** A version of the certification form. */
export interface Form {
  name: string;
  title: string;
  /** Profiles whose providers use it. */
  profiles: readonly string[];
  /** The rows with which a chapter begins of which nothing else is known. */
  anyService: readonly FormRow[];
  chapters: readonly Chapter[];
}

/** The form of ASPI that is taken unless the config or the profile names another. */
export const newestForm = 'v3.2';

const loaded = new Map<string, Form>();

/** Names of the forms that come with the package, sorted. */
export function shippedForms(): string[] {
  return specNames('forms').map((name) => basename(name));
}

/**
 * A form by name, with what it extends.
 *
 * @param place Where the user named it.
 * @throws InputProblem for an unknown name, an invalid file, a circle of `extends`, and a source or a chapter that
 * refers to nothing.
 */
export function loadForm(name: string, place: InputProblemPlace = {}): Form {
  const known = loaded.get(name);
  if (known) return known;
  const form = read(name, place, []);
  loaded.set(name, form);
  return form;
}

/** The form that the provider of a profile uses. */
export function formOfProfile(profile: string): string {
  return shippedForms().find((name) => loadForm(name).profiles.includes(profile)) ?? newestForm;
}

function read(name: string, place: InputProblemPlace, through: readonly string[]): Form {
  if (!shippedForms().includes(name))
    throw new InputProblem('unknown-form', `there is no form "${name}"`, {
      ...place,
      remedy: suggestion(name, shippedForms()),
    });
  const file = specFile(`forms/${name}`);
  if (through.includes(name))
    throw new InputProblem('form-circular', `the form ${name} extends itself`, {
      file,
      pointer: '/extends',
      remedy: 'Name another form, or none.',
    });
  const data = readSpec<FormFile>('form', `forms/${name}`);
  requireDocuments(data, file);
  const base =
    data.extends === undefined ? undefined : read(data.extends, { file }, [...through, name]);
  const anyService = merged(base?.anyService ?? [], data.anyService ?? []);
  return {
    name: data.name,
    title: data.title,
    profiles: data.profiles ?? [],
    anyService,
    chapters: chaptersOf(base?.chapters ?? [], data, { anyService, file }),
  };
}

function chaptersOf(
  base: readonly Chapter[],
  { chapters = [] }: FormFile,
  { anyService, file }: { anyService: readonly FormRow[]; file: string },
): Chapter[] {
  const kept = base.filter(({ no }) => !chapters.some((own) => own.no === no));
  const own = chapters.map((chapter, index): Chapter => {
    const former = base.find(({ no }) => no === chapter.no);
    const { no, title = former?.title, services = former?.services } = chapter;
    if (title === undefined || services === undefined)
      throw new InputProblem('missing-member', `the chapter ${no} has no title or no services`, {
        file,
        pointer: `/chapters/${index}`,
        remedy: 'Only a chapter that the extended form has too may leave them out.',
      });
    return { no, title, services, rows: rowsOf(former?.rows ?? anyService, chapter) };
  });
  return [...kept, ...own].toSorted((a, b) => Number(a.no) - Number(b.no));
}

function rowsOf(base: readonly FormRow[], { rows = [], without = [] }: FormChapter): FormRow[] {
  return merged(base, rows).filter(({ no }) => !without.includes(no));
}

/** The rows of both; of the same number, the second. */
function merged(base: readonly FormRow[], own: readonly FormRow[]): FormRow[] {
  const rows = new Map([...base, ...own].map((row) => [row.no, row]));
  return [...rows.values()].toSorted((a, b) => a.no - b.no);
}

function requireDocuments(data: FormFile, file: string): void {
  const chapters = data.chapters ?? [];
  const cited = [
    ...(data.anyService ?? []).map(
      ({ source }, index) => [source, `/anyService/${index}`] as const,
    ),
    ...chapters.flatMap(({ source, rows = [] }, index) => [
      [source, `/chapters/${index}`] as const,
      ...rows.map((row, at) => [row.source, `/chapters/${index}/rows/${at}`] as const),
    ]),
  ];
  for (const [{ document }, pointer] of cited) {
    if (Object.hasOwn(data.documents, document)) continue;
    throw new InputProblem('unknown-document', `the form lists no document ${document}`, {
      file,
      pointer: `${pointer}/source/document`,
      remedy: suggestion(document, Object.keys(data.documents)),
    });
  }
}
