import { alsoRefuse, letPass } from '../../../policies/change-policy.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** A value and all values in it, at any depth. */
function* valuesWithin(value: unknown): Iterable<unknown> {
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    yield next;
    if (typeof next === 'object' && next !== null) left.push(...Object.values(next));
  }
}

/** The names of all members, at any depth. */
function* namesWithin(value: unknown): Iterable<string> {
  for (const inner of valuesWithin(value)) {
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
      yield* Object.keys(inner);
    }
  }
}

/** Refuses some additionalInfo that its document allows. */
function refusesAdditionalInfo(
  name: string,
  title: string,
  fits: (info: object) => boolean,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: ['token-b2b/body/accepts-schema-valid'],
    apply: (policy) =>
      alsoRefuse(policy, ({ body }) => {
        const info = body?.['additionalInfo'];
        return typeof info === 'object' && info !== null && fits(info)
          ? { faultClass: 'field-format', field: 'additionalInfo' }
          : undefined;
      }),
  };
}

/** Takes an additionalInfo of some JSON types that its document rules out. */
function takesAdditionalInfo(name: string, title: string, types: readonly string[]): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: ['token-b2b/body/rejects-schema-invalid'],
    apply: (policy) =>
      letPass(policy, ['additionalInfo'], ({ body }: TokenAttempt) =>
        types.includes(typeof body?.['additionalInfo']),
      ),
  };
}

/** What is wrong with how the members of the body other than grantType are read. */
export const tokenB2bMemberFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'additional-info-must-be-empty',
    title: 'refuses an additionalInfo that holds anything',
    trips: ['token-b2b/body/accepts-additional-info'],
    apply: (policy) =>
      alsoRefuse(policy, ({ body }) => {
        const info = body?.['additionalInfo'];
        return typeof info === 'object' && info !== null && Object.keys(info).length > 0
          ? { faultClass: 'field-format', field: 'additionalInfo' }
          : undefined;
      }),
  },
  {
    service: 'token-b2b',
    name: 'refuses-unknown-members',
    title: 'refuses a body with members that its document does not name',
    trips: ['token-b2b/body/accepts-unknown-members'],
    apply: (policy) => {
      const known = [policy.settings.grantType.member, 'additionalInfo'];
      return alsoRefuse(policy, ({ body = {} }) => {
        const unknown = Object.keys(body).find((name) => !known.includes(name));
        return unknown === undefined ? undefined : { faultClass: 'malformed-body' };
      });
    },
  },
  refusesAdditionalInfo(
    'additional-info-of-texts-alone',
    'reads additionalInfo into a map of texts, and fails at a number, a boolean, a null or a list',
    (info) =>
      [...valuesWithin(info)].some(
        (value) =>
          value === null || Array.isArray(value) || !['string', 'object'].includes(typeof value),
      ),
  ),
  refusesAdditionalInfo(
    'additional-info-names-in-ascii',
    'takes no member name in additionalInfo but identifiers of ASCII letters, digits and underscores',
    (info) => [...namesWithin(info)].some((name) => !/^\w+$/.test(name)),
  ),
  {
    service: 'token-b2b',
    name: 'grant-type-demanded',
    title: 'demands grantType, though its document makes it optional',
    trips: ['token-b2b/body/accepts-schema-valid'],
    profile: 'ayolinx',
    apply: (policy) => {
      const { member } = policy.settings.grantType;
      return alsoRefuse(policy, ({ body = {} }) =>
        Object.hasOwn(body, member) ? undefined : { faultClass: 'missing-field', field: member },
      );
    },
  },
  takesAdditionalInfo(
    'additional-info-of-any-type',
    'does not look at additionalInfo, and takes a text, a number or a boolean for it',
    ['string', 'number', 'boolean'],
  ),
  takesAdditionalInfo(
    'reads-text-as-additional-info',
    'takes a text for additionalInfo, as for one that holds JSON once more',
    ['string'],
  ),
];
