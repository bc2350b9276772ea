import type {
  ControlFinding,
  Exchange,
  RequirementText,
  Result,
  TargetResult,
} from '../../schemas/generated/result.js';
import type { Language } from '../../src/messages/message.js';
import { translated } from '../../src/messages/render.js';

/** A language that texts of requirements and profiles are translated into. */
type Translated = Exclude<Language, 'en'>;

/**
 * A result with its texts in a language: what the engine says, and the requirements. What a target, a document or a
 * person said stays as it is, and so does a text that the language doesn't have.
 */
export function inLanguage(result: Result, lang: Language): Result {
  if (lang === 'en') return result;
  return {
    ...result,
    targets: result.targets.map((target) => targetIn(target, lang)),
    requirements: result.requirements.map((requirement) => requirementIn(requirement, lang)),
    exchanges: result.exchanges.map((exchange) => exchangeIn(exchange, lang)),
  };
}

/** What {@link inLanguage} changes, by the text in English. */
export function dictionaryOf(result: Result, lang: Language): ReadonlyMap<string, string> {
  const texts = textsOf(result);
  const own = textsOf(inLanguage(result, lang));
  return new Map(
    texts.flatMap((text, index) => {
      const other = own[index] ?? text;
      return other === text ? [] : [[text, other]];
    }),
  );
}

/** Every text of a result that a language may have, always in the same order. */
function textsOf({ targets, requirements, exchanges }: Result): string[] {
  return [
    ...targets.flatMap(({ control, controls = {}, checks, causes = [], notes, contradictions }) => [
      ...[control, ...Object.values(controls)].flatMap(({ message, causes: likely = [] }) => [
        message,
        ...likely,
      ]),
      ...checks.flatMap(({ message, lowered }) => [message, lowered ?? '']),
      ...causes.map(({ message }) => message),
      ...notes,
      ...contradictions.flatMap(({ summary, because, readings }) => [
        ...[summary, because ?? ''],
        ...readings.map(({ says }) => says),
      ]),
    ]),
    ...requirements.flatMap(({ statement, rationale }) => [statement, rationale]),
    ...exchanges.flatMap(({ mutation, signed, noAnswer }) => [
      ...[mutation?.name ?? '', signed?.algorithm ?? '', noAnswer?.message ?? ''],
    ]),
  ];
}

function targetIn(target: TargetResult, lang: Translated): TargetResult {
  const { control, controls, checks, causes, notes, contradictions, says = {} } = target;
  const said = (message: string) =>
    translated({ message, says: Object.hasOwn(says, message) ? says[message] : undefined }, lang);
  const controlIn = (finding: ControlFinding): ControlFinding => ({
    ...finding,
    message: translated(finding, lang),
    ...(finding.causes && { causes: finding.causes.map(said) }),
  });
  return {
    ...target,
    control: controlIn(control),
    ...(controls && {
      controls: Object.fromEntries(
        Object.entries(controls).map(([service, finding]) => [service, controlIn(finding)]),
      ),
    }),
    checks: checks.map((check) => ({
      ...check,
      message: translated(check, lang),
      ...(check.lowered !== undefined && { lowered: said(check.lowered) }),
    })),
    ...(causes && {
      causes: causes.map((cause) => ({ ...cause, message: translated(cause, lang) })),
    }),
    notes: notes.map(said),
    contradictions: contradictions.map((each) => ({ ...each, ...each.translations?.[lang] })),
  };
}

/** A requirement in a language, or the parts of it that the language has. */
function requirementIn(requirement: RequirementText, lang: Translated): RequirementText {
  return { ...requirement, ...requirement.translations?.[lang] };
}

/** An exchange in a language. */
export function exchangeIn(exchange: Exchange, lang: Language): Exchange {
  const { mutation, signed, noAnswer } = exchange;
  return {
    ...exchange,
    ...(mutation && {
      mutation: {
        ...mutation,
        name: translated({ message: mutation.name, says: mutation.says }, lang),
      },
    }),
    ...(signed && {
      signed: {
        ...signed,
        algorithm: translated({ message: signed.algorithm, says: signed.says }, lang),
      },
    }),
    ...(noAnswer && { noAnswer: { ...noAnswer, message: translated(noAnswer, lang) } }),
  };
}
