import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Forecast } from '../../src/engine/checks/forecast.js';
import { say } from '../../src/messages/message.js';
import { accessToken } from './token-mutations.js';

type Context = CheckContext<'transaction'>;

/** A measurement is for the dialect alone: it is left out when requests are expensive, or no token is used twice. */
const affordable = ({ effort, settings }: Context) =>
  effort.examples > 1 && settings.tokenUse === 'many';

/**
 * Whether a token stays good when the client was given another one. No document of the standard says so, and a
 * client that runs on two machines has to know it. The later one is carried from then on.
 */
export const tokenOverlap = {
  run: async (t: Context): Promise<void> => {
    const { state } = t.session;
    const earlier = state.token;
    if (!affordable(t) || earlier === undefined) return;
    const later = await state.tokens.renew(state.signer);
    if (later.token === undefined || later.token === earlier) return;
    const observed = await t.session.probe(
      accessToken(t, () => earlier, say('transaction/token/earlier-of-two')),
      { faultClass: 'other' },
    );
    if (observed.answer)
      t.session.note('the earlier of two tokens', t.session.grants(observed) ? 'taken' : 'refused');
  },
  forecast: (t: Context, forecast: Forecast): void => {
    if (!affordable(t)) return;
    forecast.tokensGot(1);
    forecast.granted(1);
  },
};
