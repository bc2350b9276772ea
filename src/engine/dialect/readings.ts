import type { Profile } from '../../../schemas/resolved.js';
import { valueAt } from '../input/json-pointer.js';
import { createWireAjv, trusted } from '../schema/wire-schema.js';
import type { ServiceId } from '../session/service.js';

let ajv: ReturnType<typeof createWireAjv> | undefined;
const fittings = new Map<string, (value: unknown) => boolean>();

/** Says whether a value fits a reading's schema; compiled once for all targets. */
function fitting(schema: object | boolean): (value: unknown) => boolean {
  const key = JSON.stringify(schema);
  const known = fittings.get(key);
  if (known) return known;
  ajv ??= createWireAjv(trusted);
  const fits = ajv.compile(schema) as (value: unknown) => boolean;
  fittings.set(key, fits);
  return fits;
}

/** Which readings of its document's contradictions a target was seen to follow. */
export class Readings {
  readonly #seen = new Map<string, Set<string>>();
  readonly #watched: {
    id: string;
    service: ServiceId;
    part: string;
    place: string;
    faultClass: string | undefined;
    readings: { name: string; fits: (value: unknown) => boolean }[];
  }[];

  constructor(contradictions: Profile['contradictions']) {
    this.#watched = contradictions.map(
      ({ id, service = 'token-b2b', at, readings, requirements = [] }) => {
        const [, , part = '', ...rest] = at.split('/');
        return {
          id,
          service,
          part,
          place: rest
            .filter((token) => token !== 'properties')
            .map((token) => `/${token}`)
            .join(''),
          // A contradiction about one fault class is not settled by the answers to another.
          faultClass:
            part === 'error'
              ? requirements
                  .find((name) => name.includes('/errors/'))
                  ?.split('/')
                  .at(-1)
              : undefined,
          readings: readings.map(({ name, schema }) => ({
            name,
            // Compiled when there is a value to hold against it: many contradictions never come up.
            fits: (value: unknown) => fitting(schema as object | boolean)(value),
          })),
        };
      },
    );
  }

  /** Holds one part of an accepted request, or of its answer, against the readings. */
  note(service: ServiceId, part: string, document: unknown, faultClass?: string): void {
    for (const watched of this.#watched) {
      if (
        watched.service !== service ||
        watched.part !== part ||
        (part === 'error' && watched.faultClass !== faultClass)
      )
        continue;
      const seen = this.#seen.get(watched.id) ?? new Set();
      if (seen.size === watched.readings.length) continue;
      const value = valueAt(document, watched.place);
      if (value === undefined) continue;
      for (const { name, fits } of watched.readings)
        if (!seen.has(name) && fits(value)) seen.add(name);
      this.#seen.set(watched.id, seen);
    }
  }

  /** Names of the readings seen of one contradiction, in the document's order. */
  of(id: string): string[] {
    const seen = this.#seen.get(id);
    const watched = this.#watched.find((each) => each.id === id);
    return (watched?.readings ?? []).map(({ name }) => name).filter((name) => seen?.has(name));
  }
}
