import { type Message, say } from '../../../messages/message.js';
import type { TimestampForm } from '../../../protocol/timestamp.js';
import type { Signer } from '../../request/signer.js';
import type { TargetState } from '../target-state.js';
import { type Asked, askForToken } from './ask-for-token.js';

/** A token, for how many seconds it is good, and since when, epoch milliseconds. */
interface FoundToken {
  token: string;
  seconds: number | undefined;
  since: number;
}

type Granted = NonNullable<Asked<TimestampForm>['granted']>;

/** A token, or why there is none. */
export type TokenFinding =
  | FoundToken
  | { token: undefined; outcome: 'refused' | 'no-answer'; message: Message; exchanges: string[] };

/** A token is used for half of its life, so that one that ends somewhat early troubles only the check that looks for it. */
const usedShare = 0.5;

/** How long a token is used when an answer doesn't say how long it lives. */
const unknownLifeMs = 60_000;

/**
 * The tokens that transactions carry: asked for once, and again before they expire; or one for each, if a token is
 * good for one transaction alone.
 */
export class AccessTokens {
  readonly #held = new Map<Signer, { finding: Promise<TokenFinding>; until: number }>();
  /** Tokens that no request has carried yet, by who asked for them. */
  readonly #unused = new WeakMap<object, string[]>();

  constructor(private readonly state: TargetState) {}

  /** A token of this client with some of its life left. */
  async get(signer: Signer = this.state.signer): Promise<TokenFinding> {
    const held = this.#held.get(signer);
    if (held && held.until > Date.now()) return held.finding;
    const entry = { finding: this.fetch(signer), until: Number.POSITIVE_INFINITY };
    this.#held.set(signer, entry);
    const found = await entry.finding;
    // An unfounded refusal now may be a grant later.
    const life = found.token === undefined ? 0 : lifeMs(found.seconds) * usedShare;
    entry.until = Date.now() + life;
    return found;
  }

  /** A new token of this client, which is held from now on. */
  renew(signer: Signer): Promise<TokenFinding> {
    this.#held.delete(signer);
    return this.get(signer);
  }

  /** A new token of the target's client, kept for one request of this session. */
  async getUnused(session: object): Promise<TokenFinding> {
    const found = await this.fetch(this.state.signer);
    const unused = this.#unused.get(session) ?? [];
    this.#unused.set(session, unused);
    if (found.token !== undefined) unused.push(found.token);
    return found;
  }

  /** A token that was got for a request of this session; undefined if each has been taken. */
  takeUnused(session: object): string | undefined {
    return this.#unused.get(session)?.shift();
  }

  /** Asks for a new token of this client, which is held from now on: it may have ended the one before. */
  async askAgain(signer: Signer): Promise<Asked<TimestampForm>> {
    const since = Date.now();
    const asked = await this.#ask(signer);
    const { granted } = asked;
    if (granted) {
      const finding = findingOf(granted, since);
      const until = Date.now() + lifeMs(finding.seconds) * usedShare;
      this.#held.set(signer, { finding: Promise.resolve(finding), until });
    }
    return asked;
  }

  async #ask(signer: Signer): Promise<Asked<TimestampForm>> {
    const { state } = this;
    const asked = await askForToken(state, signer, state.tokenForm);
    if (asked.granted) state.tokenForm = asked.granted.way;
    return asked;
  }

  /** A new token of this client, whatever is held. */
  async fetch(signer: Signer): Promise<TokenFinding> {
    const { state } = this;
    const since = Date.now();
    const { granted, sent, answer, said } = await this.#ask(signer);
    if (granted) return findingOf(granted, since);
    return {
      token: undefined,
      outcome: answer ? 'refused' : 'no-answer',
      message: say('transaction/control/no-access-token', { why: said }),
      exchanges: [state.record(sent, { purpose: 'control' })],
    };
  }
}

function findingOf({ token, answer }: Granted, since: number): FoundToken {
  const seconds = Number(answer.members?.['expiresIn'] ?? Number.NaN);
  return {
    token,
    seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
    since,
  };
}

function lifeMs(seconds: number | undefined): number {
  return seconds === undefined ? unknownLifeMs : seconds * 1000;
}
