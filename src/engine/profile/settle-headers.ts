import type { Origin } from '../../../schemas/resolved.js';
import { escapePointer } from '../input/json-pointer.js';
import { isObject } from '../input/text.js';
import type { ValueProblem } from './value-problem.js';

const ofEveryRequest = ['X-TIMESTAMP', 'X-SIGNATURE', 'Content-Type'];

/** Headers that each request has by itself, by service: no rule can be made for them here. */
const reserved: Readonly<Record<string, readonly string[]>> = {
  'token-b2b': [...ofEveryRequest, 'X-CLIENT-KEY'],
  'token-b2b2c': [...ofEveryRequest, 'X-CLIENT-KEY'],
  transaction: [...ofEveryRequest, 'Authorization'],
};

/** Headers of the connection, which belong to HTTP. */
const ofHttp = ['Host', 'Connection', 'Content-Length', 'Transfer-Encoding', 'Expect', 'TE'];

const unstated = { presence: 'unspecified', maxLength: 'unspecified', form: 'unspecified' };

/**
 * Completes the rules for headers of a merged profile: what a profile doesn't state of a header that only it names
 * is `unspecified`, and from where the rest of the rule is.
 *
 * @returns the rules that can't be meant
 */
export function settleHeaders(
  services: Record<string, unknown>,
  origins: Record<string, Origin>,
): ValueProblem[] {
  return Object.entries(reserved).flatMap(([service, taken]) => {
    const settings = services[service];
    const headers = isObject(settings) && settings['headers'];
    if (!isObject(headers)) return [];
    const names = Object.keys(headers);
    return names.flatMap((name, index) => {
      const pointer = `/services/${service}/headers/${escapePointer(name)}`;
      const rule = headers[name];
      if (!isObject(rule)) return [];
      const own = Object.entries(origins).find(([at]) => at.startsWith(`${pointer}/`))?.[1];
      for (const [member, value] of Object.entries(unstated)) {
        if (Object.hasOwn(rule, member)) continue;
        rule[member] = value;
        if (own) origins[`${pointer}/${member}`] = own;
      }
      return [
        nameProblem(name, names.slice(0, index), [...taken, ...ofHttp]),
        valueProblem(name, rule),
      ].flatMap((problem) => (problem ? [{ ...problem, pointer }] : []));
    });
  });
}

type Problem = Omit<ValueProblem, 'pointer'>;

const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

function nameProblem(
  name: string,
  before: readonly string[],
  taken: readonly string[],
): Problem | undefined {
  const twin = before.find(same(name));
  if (twin !== undefined)
    return {
      code: 'header-twice',
      what: `${name} and ${twin} are one header: letter case means nothing in its name`,
      remedy: `Write it as ${twin}, as the first of them does.`,
    };
  if (!taken.some(same(name))) return undefined;
  return {
    code: 'header-reserved',
    what: `${name} is a header that every such request has by itself`,
    remedy: 'Leave it out: the other settings of the service say what it looks like.',
  };
}

function valueProblem(name: string, rule: Record<string, unknown>): Problem | undefined {
  const { value, maxLength, form } = rule;
  if (typeof value !== 'string' || value.includes('{clientId}')) return undefined;
  if (typeof maxLength === 'number' && value.length > maxLength)
    return {
      code: 'invalid-value',
      what: `the value of ${name} has ${value.length} characters, and its maxLength is ${maxLength}`,
      remedy: 'Give a value that keeps to the rule.',
    };
  return form === 'digits' && !/^[0-9]+$/.test(value)
    ? {
        code: 'invalid-value',
        what: `the value of ${name} is not made of digits, as its form has it`,
        remedy: 'Give a value that keeps to the rule.',
      }
    : undefined;
}
