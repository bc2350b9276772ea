import type { Profile } from '../../../schemas/resolved.js';
import { parseTimestamp } from '../../protocol/timestamp.js';
import { describeAnswer } from '../http/answer.js';
import { headerOf } from '../http/wire.js';
import { valueAt } from '../input/json-pointer.js';
import { createWireAjv } from '../schema/wire-schema.js';
import type { Message, ServiceId } from './service.js';

/** Distinct values kept of one observation: enough to show a dialect, too few to fill memory. */
const kept = 12;

/** Headers of every HTTP server, which say nothing of SNAP. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'date',
  'content-length',
  'transfer-encoding',
]);

/** What a run measures of a target, whatever its document says. */
export class Dialect {
  /** By name the values as they came, and as they may be shown. */
  readonly #values = new Map<string, Map<unknown, unknown>>();
  #lastToken: string | undefined;
  #tokenLengths: { from: number; to: number } | undefined;

  /**
   * @param redact Takes the secrets out of a text.
   * @param prefix Put before each name, to tell one service's observations from another's.
   */
  constructor(
    private readonly redact: (text: string) => string,
    private readonly prefix = '',
  ) {}

  /** Notes a request that was granted, and the grant. */
  granted({ request, answer }: Pick<Message, 'request' | 'answer'>): void {
    const sent = parseTimestamp(headerOf(request.headers, 'x-timestamp') ?? '');
    if (sent.ok) this.note('accepted timestamp forms', sent.form);
    const members = answer.members ?? {};
    const { expiresIn, tokenType } = members;
    if (expiresIn !== undefined) {
      this.note(
        'expiresIn type',
        typeof expiresIn === 'number' && Number.isInteger(expiresIn) ? 'integer' : typeof expiresIn,
      );
      this.note('expiresIn value', expiresIn);
    }
    if (typeof tokenType === 'string') this.note('tokenType', tokenType);
    if (answer.token !== undefined) {
      this.note('token kind', /^[\w-]+\.[\w-]+\.[\w-]*$/.test(answer.token) ? 'JWT' : 'opaque');
      const { length } = answer.token;
      const { from, to } = this.#tokenLengths ?? { from: length, to: length };
      this.#tokenLengths = { from: Math.min(from, length), to: Math.max(to, length) };
      if (this.#lastToken !== undefined) {
        this.note(
          'tokens',
          answer.token === this.#lastToken ? 'the same again' : 'a new one each time',
        );
      }
      this.#lastToken = answer.token;
    }
    for (const [name] of answer.response.headers) {
      if (!hopByHop.has(name.toLowerCase())) this.note('response headers', name);
    }
    const responded = parseTimestamp(headerOf(answer.response.headers, 'x-timestamp') ?? '');
    if (responded.ok) this.note('response timestamp forms', responded.form);
  }

  /** Notes how a refusal of one fault class is worded. */
  refused({ answer, faultClass }: Pick<Message, 'answer' | 'faultClass'>): void {
    if (faultClass === undefined || faultClass === 'other') return;
    this.note(`answer to ${faultClass}`, describeAnswer(answer));
  }

  /** Names and distinct values, in the order of first sight. */
  toJSON(): Record<string, unknown> {
    const entries = [...this.#values].map(([name, values]): [string, unknown] => [
      name,
      values.size === 1 ? [...values.values()][0] : [...new Set(values.values())],
    ]);
    const lengths = this.#tokenLengths;
    if (lengths)
      entries.push([
        'token length',
        lengths.from === lengths.to ? lengths.from : `${lengths.from} to ${lengths.to}`,
      ]);
    return Object.fromEntries(entries.map(([name, value]) => [`${this.prefix}${name}`, value]));
  }

  /** Notes a value seen of the target. */
  note(name: string, value: unknown): void {
    const plain = typeof value === 'object' ? JSON.stringify(value) : value;
    const values = this.#values.get(name) ?? new Map<unknown, unknown>();
    this.#values.set(name, values);
    if (values.size >= kept || values.has(plain)) return;
    values.set(plain, typeof plain === 'string' ? this.redact(plain).slice(0, 200) : plain);
  }
}

let ajv: ReturnType<typeof createWireAjv> | undefined;
const fittings = new Map<string, (value: unknown) => boolean>();

/** Says whether a value fits a reading's schema; compiled once for all targets. */
function fitting(schema: object | boolean): (value: unknown) => boolean {
  const key = JSON.stringify(schema);
  const known = fittings.get(key);
  if (known) return known;
  ajv ??= createWireAjv();
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
            fits: fitting(schema as object | boolean),
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

  /** Names of the readings seen of one contradiction. */
  of(id: string): string[] {
    return [...(this.#seen.get(id) ?? [])];
  }
}
