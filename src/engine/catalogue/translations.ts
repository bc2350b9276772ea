import type {
  ContradictionTranslation,
  Translation,
  TranslationsFile,
} from '../../../schemas/generated/translations.js';
import { InputProblem } from '../input/input-problem.js';
import { escapePointer } from '../input/json-pointer.js';
import { readSpec, specFile, specNames } from '../input/specs.js';
import { placeIn } from '../input/yaml-positions.js';
import { shippedCatalogue } from './catalogue.js';
import { unknownRequirement } from './unknown-requirement.js';

/** Languages of specs/translations, by their BCP 47 tags. */
export type Language = 'id';

const loaded = new Map<Language, ReadonlyMap<string, Translation>>();

/**
 * Title and remedy of the requirements in a language, by id. Read by whoever makes a result, and once: `list`
 * and `explain` don't pay for it.
 *
 * @throws InputProblem for an invalid file or a name that no requirement has.
 */
export function loadTranslations(language: Language): ReadonlyMap<string, Translation> {
  const known = loaded.get(language);
  if (known) return known;
  const folder = `translations/${language}` as const;
  const translations = new Map(
    specNames(folder).flatMap((name) => readArea(name, name.slice(folder.length + 1))),
  );
  loaded.set(language, translations);
  return translations;
}

/** Texts of the contradictions of shipped profiles' documents in a language, by id. */
export function loadContradictions(
  language: Language,
): ReadonlyMap<string, ContradictionTranslation> {
  const data = readSpec<TranslationsFile>(
    'translations',
    `translations/${language}/contradictions`,
  );
  return new Map(Object.entries(data.contradictions ?? {}));
}

function readArea(name: string, area: string): [id: string, Translation][] {
  const data = readSpec<TranslationsFile>('translations', name);
  return Object.entries(data.requirements ?? {}).map(([own, translation]) => {
    const id = `${area}/${own}`;
    const problem = unknownRequirement(shippedCatalogue(), id);
    if (!problem) return [id, translation];
    const pointer = `/requirements/${escapePointer(own)}`;
    const file = placeIn(specFile(name), data, pointer);
    throw new InputProblem('unknown-requirement', problem.what, {
      file,
      pointer,
      remedy: problem.remedy,
    });
  });
}
