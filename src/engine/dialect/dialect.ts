import { render } from '../../messages/render.js';
import { parseTimestamp } from '../../protocol/timestamp.js';
import { timestampForms } from '../../protocol/timestamp-forms.js';
import type { Place } from '../evidence/place.js';
import { byPlace } from '../evidence/place.js';
import type { Secrets } from '../evidence/redact.js';
import { describeAnswer } from '../http/answer.js';
import { headerOf } from '../http/wire.js';
import type { AnsweredExchange, ServiceId } from '../session/service.js';

/** Distinct values kept of one observation: enough to show a dialect, too few to fill memory. */
const kept = 12;
/** Tokens remembered to tell whether one comes again. */
const keptTokens = 64;

/** Headers of every HTTP server, which say nothing of SNAP. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'date',
  'content-length',
  'transfer-encoding',
]);

/** A value that was seen: how it may be shown, and where in the run it came first. */
interface Seen {
  shown: unknown;
  place: Place;
}

/** Where in the run a message came, and what had to be hidden then. */
interface Came {
  place: Place;
  secrets: Secrets;
}

/** What a run measures of a target, whatever its document says. */
export class Dialect {
  /** By name the distinct values. */
  readonly #values = new Map<string, Map<unknown, Seen>>();
  readonly #tokens = new Set<string>();
  #tokenLengths: { from: number; to: number } | undefined;

  /**
   * @param redact Takes the secrets out of a text: those that were known at a moment, or that are known now.
   * @param prefix Put before each name, to tell one service's observations from another's.
   */
  constructor(
    private readonly redact: (text: string, secrets?: Secrets) => string,
    private readonly prefix = '',
  ) {}

  /** Notes a request that was granted, and the grant. */
  granted(
    { request, answer }: Pick<AnsweredExchange<ServiceId>, 'request' | 'answer'>,
    { place, secrets }: Came,
  ): void {
    const sent = parseTimestamp(headerOf(request.headers, 'x-timestamp') ?? '', timestampForms);
    if (sent.ok) this.note('accepted timestamp forms', sent.form, place, secrets);
    const members = answer.members ?? {};
    const { expiresIn, tokenType } = members;
    if (expiresIn !== undefined) {
      const type = Number.isInteger(expiresIn) ? 'integer' : typeof expiresIn;
      this.note('expiresIn type', type, place, secrets);
      this.note('expiresIn value', expiresIn, place, secrets);
    }
    if (typeof tokenType === 'string') this.note('tokenType', tokenType, place, secrets);
    if (answer.token !== undefined) this.#noteToken(answer.token, place);
    for (const [name] of answer.response.headers) {
      if (!hopByHop.has(name.toLowerCase())) this.note('response headers', name, place, secrets);
    }
    const responded = parseTimestamp(
      headerOf(answer.response.headers, 'x-timestamp') ?? '',
      timestampForms,
    );
    if (responded.ok) this.note('response timestamp forms', responded.form, place, secrets);
  }

  #noteToken(token: string, place: Place): void {
    this.note('token kind', /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token) ? 'JWT' : 'opaque', place);
    const { length } = token;
    const { from, to } = this.#tokenLengths ?? { from: length, to: length };
    this.#tokenLengths = { from: Math.min(from, length), to: Math.max(to, length) };
    if (this.#tokens.size > 0)
      this.note(
        'tokens',
        this.#tokens.has(token) ? 'the same again' : 'a new one each time',
        place,
      );
    if (this.#tokens.size < keptTokens) this.#tokens.add(token);
  }

  /** Notes how a refusal of one fault class is worded. */
  refused(
    { answer, faultClass }: Pick<AnsweredExchange<ServiceId>, 'answer' | 'faultClass'>,
    { place, secrets }: Came,
  ): void {
    if (faultClass === undefined || faultClass === 'other') return;
    this.note(`answer to ${faultClass}`, render(describeAnswer(answer)), place, secrets);
  }

  /** Names and distinct values, in the order of the run. */
  toJSON(): Record<string, unknown> {
    const entries = [...this.#values]
      .map(([name, values]) => ({ name, seen: inOrder(values).map(([, seen]) => seen) }))
      .sort((a, b) => byFirst(a.seen, b.seen) || a.name.localeCompare(b.name))
      .map(({ name, seen }): [string, unknown] => {
        const shown = [...new Set(seen.map((each) => each.shown))];
        return [name, seen.length === 1 ? shown[0] : shown];
      });
    const lengths = this.#tokenLengths;
    if (lengths)
      entries.push([
        'token length',
        lengths.from === lengths.to ? lengths.from : `${lengths.from} to ${lengths.to}`,
      ]);
    return Object.fromEntries(entries.map(([name, value]) => [`${this.prefix}${name}`, value]));
  }

  /** Notes a value seen of the target; of many those are kept that come first in the run. */
  note(name: string, value: unknown, place: Place, secrets?: Secrets): void {
    const plain = typeof value === 'object' ? JSON.stringify(value) : value;
    const values = this.#values.get(name) ?? new Map<unknown, Seen>();
    this.#values.set(name, values);
    const known = values.get(plain);
    if (known) {
      if (byPlace(place, known.place) < 0) known.place = place;
      return;
    }
    const shown = typeof plain === 'string' ? this.redact(plain, secrets).slice(0, 200) : plain;
    values.set(plain, { shown, place });
    if (values.size > kept) values.delete(inOrder(values).at(-1)?.[0]);
  }
}

function inOrder(values: ReadonlyMap<unknown, Seen>): [unknown, Seen][] {
  return [...values].sort(([, a], [, b]) => byPlace(a.place, b.place));
}

function byFirst([a]: readonly Seen[], [b]: readonly Seen[]): number {
  return a && b ? byPlace(a.place, b.place) : 0;
}
