import { isDeepStrictEqual } from 'node:util';
import type { Origin, Profile, TokenB2b, Transaction } from '../../../schemas/resolved.js';
import { escapePointer, valueAt } from '../input/json-pointer.js';
import { isObject } from '../input/text.js';

/** One value of a merged profile, and where it comes from. */
export interface ProfileValue {
  /** From the profile's root: `/services/token-b2b/path`. */
  pointer: string;
  /** Below the service, as people write it: `timestamp.accept`. */
  name: string;
  value: unknown;
  origin: Origin;
  /** The standard's value; absent when it is the same. */
  standard?: unknown;
}

/** The values of one service. */
export interface ServiceValues {
  service: string;
  values: ProfileValue[];
}

/** Every value of a profile, by service, in the order in which the standard states them. */
export function profileValues(profile: Profile, standard: Profile): ServiceValues[] {
  return Object.entries(profile.services).map(([service, settings]) => ({
    service,
    values: leaves(asWritten(settings), `/services/${service}`, []).map(
      ({ pointer, name, value }) => {
        const origin = profile.origins[pointer];
        if (!origin) throw new Error(`nobody says where ${pointer} is from`);
        const usual = valueAt(standard, pointer);
        const differs = !isDeepStrictEqual(inOrder(value), inOrder(usual));
        return { pointer, name, value, origin, ...(differs && { standard: usual }) };
      },
    ),
  }));
}

/** Lists as a profile has them: what is tested, and the others. */
function asWritten(settings: object): object {
  const { otherPaths, otherSchemes, ...rest } = settings as Partial<TokenB2b & Transaction>;
  return {
    ...rest,
    ...(otherPaths && { path: [rest.path, ...otherPaths] }),
    ...(otherSchemes && { scheme: [rest.scheme, ...otherSchemes] }),
  };
}

/** The order of a list means nothing in a document. */
function inOrder(value: unknown): unknown {
  return Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value;
}

type Leaf = Pick<ProfileValue, 'pointer' | 'name' | 'value'>;

/** The values below one; a list is one value. */
function leaves(value: unknown, pointer: string, names: readonly string[]): Leaf[] {
  if (!isObject(value)) return [{ pointer, name: names.join('.'), value }];
  return Object.entries(value).flatMap(([key, below]) =>
    leaves(below, `${pointer}/${escapePointer(key)}`, [...names, key]),
  );
}

/** A value in one line: `offset, utc`, `401 4017300 "Unauthorized" or 400 4007301 "…"`. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) {
    const answers = value.every((item) => typeof item === 'object' && item !== null);
    return value.length === 0 ? 'none' : value.map(valueText).join(answers ? ' or ' : ', ');
  }
  if (isObject(value)) {
    const { status, code, message, ...rest } = value;
    if (status === undefined) return JSON.stringify(rest);
    return `${valueText(status)} ${valueText(code)} ${JSON.stringify(message)}`;
  }
  return String(value);
}
