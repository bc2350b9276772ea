import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Forecast } from '../../src/engine/checks/forecast.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, untested } from '../../src/engine/session/outcome.js';
import type { TargetState } from '../../src/engine/session/target-state.js';
import { type Message, say } from '../../src/messages/message.js';
import { accessToken } from './token-mutations.js';

type Context = CheckContext<'transaction'>;

/** What a target did with a token just before and just after its end. */
export interface TokenLife {
  /** As expiresIn says. */
  seconds: number;
  /** Seconds before the end at which the first request was sent, and after it at which the second. */
  margin: { before: number; after: number };
  before: Observed<'transaction'>;
  after: Observed<'transaction'>;
}

/** The longest life that is waited for, seconds. */
export const longestLife = 20 * 60;
/** How far off a clock may be, seconds; a verifier may allow as much (RFC 7519 section 4.1.4). */
const leeway = 60;
/** Enough for a request to arrive in time, seconds. */
const travel = 5;

const lives = new WeakMap<TargetState, Promise<TokenLife>>();

/**
 * Uses a token shortly before its life ends and once after it; several checks share the one wait.
 *
 * @throws CheckEnded `untested` if the run doesn't wait, or would have to wait too long.
 */
export function tokenLife(t: Context): Promise<TokenLife> {
  requireWait(t);
  const { state } = t.session;
  const known = lives.get(state);
  if (known) return known;
  const life = watch(t);
  lives.set(state, life);
  return life;
}

/** @throws CheckEnded `untested` if the run doesn't wait. */
export function requireWait({ slow }: Context): void {
  if (!slow) throw untested(say('transaction/token-life/not-waited-for'));
}

/** What {@link tokenLife} sends when the target's tokens live as documented: two tokens, two requests. */
export function forecastTokenLife(t: Context, forecast: Forecast): void {
  forecast.control();
  const { seconds } = t.session.target.profile.services['token-b2b'].success.expiresIn;
  if (t.slow && (seconds === 'unspecified' || seconds <= longestLife))
    forecast.together('token life', t.settings.tokenUse === 'once' ? 5 : 4);
}

async function watch(t: Context): Promise<TokenLife> {
  const { state } = t.session;
  const held = await state.tokens.get();
  if (held.token === undefined) throw untested(held.message, held.exchanges);
  requireShort(held.seconds);
  const found = await state.tokens.fetch(t.session.signer);
  if (found.token === undefined) throw cantTell(found.message, found.exchanges);
  // A token that is used up by the first request would show nothing of its end.
  const last = t.settings.tokenUse === 'once' ? await state.tokens.fetch(t.session.signer) : found;
  if (last.token === undefined) throw cantTell(last.message, last.exchanges);
  const seconds = requireShort(found.seconds);
  const since = Date.now();
  const margin = {
    before: Math.min(travel, seconds / 4),
    after: Math.min(leeway, seconds / 4),
  };
  const sendAt = async (token: string, instant: number, name: Message) => {
    await state.client.pause(Math.max(0, instant - Date.now()));
    const base = t.session.draft();
    const mutation = accessToken(t, () => token, name);
    return t.session.send(mutation.apply(base), {
      purpose: 'probe',
      mutation,
      base,
      ...(instant > since + seconds * 1000 && { faultClass: 'invalid-token' as const }),
    });
  };
  const before = await sendAt(
    found.token,
    found.since + (seconds - margin.before) * 1000,
    say('transaction/token-life/time-left', { left: margin.before, seconds }),
  );
  const after = await sendAt(
    last.token,
    since + (seconds + margin.after) * 1000,
    say('transaction/token-life/expired-before', { ago: margin.after }),
  );
  return { seconds, margin, before, after };
}

function requireShort(seconds: number | undefined): number {
  if (seconds === undefined) throw untested(say('transaction/token-life/unstated'));
  if (seconds > longestLife)
    throw untested(
      say('transaction/token-life/too-long', {
        seconds: Math.round(seconds),
        longest: longestLife,
      }),
    );
  return seconds;
}
