import { escapePointer } from '../input/json-pointer.js';
import { isObject } from '../input/text.js';
import type { ValueProblem } from './value-problem.js';

/** What a code of SNAP's form looks like: of one service, or of whichever a transaction is for. */
const snapCode = /^[0-9]{3}[0-9A-Z]{2}[0-9]{2}$/;
const transactionCode = /^[0-9]{3}(?:xx|[0-9A-Z]{2})[0-9]{2}$/;

/**
 * Holds the codes of a merged profile against the form that it says they have.
 *
 * @returns the codes of another form, and the successes that an own form leaves open
 */
export function codeProblems(services: Record<string, unknown>): ValueProblem[] {
  return Object.entries(services).flatMap(([service, settings]) => {
    if (!isObject(settings)) return [];
    const at = `/services/${service}`;
    const codes = codesOf(settings, at);
    if (settings['codeForm'] === 'own') {
      const open = codes.some(
        ({ code, pointer }) => code === 'unspecified' && pointer === `${at}/success/code`,
      );
      return open ? [withoutSuccess(service)] : [];
    }
    const form = service === 'transaction' ? transactionCode : snapCode;
    return codes
      .filter(({ code }) => code !== 'unspecified' && !form.test(code))
      .map(({ code, pointer }) => ({
        code: 'invalid-value' as const,
        what: `${JSON.stringify(code)} is no code of SNAP's form: HTTP status, service code, case`,
        pointer,
        remedy: `If the document has codes of its own form, say codeForm: own for ${service}.`,
      }));
  });
}

function withoutSuccess(service: string): ValueProblem {
  return {
    code: 'profile-incomplete',
    what: `the codes of ${service} are of the provider's own form, and no code of success is listed`,
    pointer: `/services/${service}/codeForm`,
    remedy: 'List them, success: { code: "00" }: whatever else is answered is a refusal.',
  };
}

/** Every code that a service's settings hold, with its pointer. */
function codesOf(
  settings: Record<string, unknown>,
  at: string,
): { code: string; pointer: string }[] {
  const { success, answers } = settings;
  const granted = isObject(success) ? [success['code']].flat() : [];
  const several = isObject(success) && Array.isArray(success['code']);
  return [
    ...granted.map((code, index) => ({
      code,
      pointer: `${at}/success/code${several ? `/${index}` : ''}`,
    })),
    ...Object.entries(isObject(answers) ? answers : {}).flatMap(([faultClass, listed]) =>
      (Array.isArray(listed) ? listed : []).map((answer: Record<string, unknown>, index) => ({
        code: answer['code'],
        pointer: `${at}/answers/${escapePointer(faultClass)}/${index}/code`,
      })),
    ),
  ].filter((each): each is { code: string; pointer: string } => typeof each.code === 'string');
}
