import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Forecast } from '../../src/engine/checks/forecast.js';
import type { Mutation, TokenDraft } from '../../src/engine/request/draft.js';
import { tokenB2b2cBody } from '../../src/engine/request/token-draft.js';
import type { CodeFinding } from '../../src/engine/session/customer/auth-codes.js';
import { grantsOf } from '../../src/engine/session/customer/grants.js';
import { untested } from '../../src/engine/session/outcome.js';
import { type Message, say } from '../../src/messages/message.js';
import { asks } from './mutations.js';

export type Context = CheckContext<'token-b2b2c'>;

/** A request with this code. */
export function asksWithCode(
  { settings, session }: Context,
  code: string,
  name: Message,
): Mutation<TokenDraft> {
  return asks(tokenB2b2cBody(settings, { authCode: code }, session.spelling), name, 'authCode');
}

/** A request with this refresh token. */
export function asksWithRefreshToken(
  { settings, session }: Context,
  token: string,
  name: Message,
): Mutation<TokenDraft> {
  const members = tokenB2b2cBody(settings, { refreshToken: token }, session.spelling);
  return asks(members, name, 'refreshToken');
}

/**
 * The end of a check after which the target may have ended what it gave the customer: what follows begins
 * with a new code.
 *
 * @param used Codes that the check has used by then when the target conforms.
 */
export function endsRefreshToken(used = 0) {
  return {
    run: async ({ session }: Context) => grantsOf(session.state).forgetRefreshToken(),
    forecast: (_: Context, forecast: Forecast) => {
      forecast.code(used);
      forecast.endRenewal();
    },
  };
}

/**
 * A check with a code that nothing else uses: the target may end it when it refuses.
 *
 * @param get Gives nothing when the config names no codes of this kind.
 */
export function usesSpareCode(
  make: (code: (t: Context) => string) => Check<'token-b2b2c'>,
  get: (t: Context) => Promise<CodeFinding | undefined>,
  codes: number,
): Check<'token-b2b2c'> {
  // Each target's run of the check has its own.
  const spare = new WeakMap<Context, string>();
  const check = make((t) => spare.get(t) ?? '');
  return {
    ...check,
    forecast: (t, forecast) => {
      check.forecast(t, forecast);
      forecast.code(codes);
    },
    run: async (t) => {
      await t.requireControl();
      const found = await get(t);
      if (!found) throw untested(say('token-b2b2c/grants/no-expired-codes'));
      if ('problem' in found) throw untested(found.problem);
      spare.set(t, found.code);
      return check.run(t);
    },
  };
}
