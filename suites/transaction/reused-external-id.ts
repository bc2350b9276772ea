import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, inapplicable } from '../../src/engine/session/outcome.js';
import { externalId } from './mutations.js';

type Context = CheckContext<'transaction'>;

const header = 'X-EXTERNAL-ID';
const jakartaMs = 7 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
/** Midnight comes between two requests once at the most. */
const tries = 2;

const dayInJakarta = (instant: number) => Math.floor((instant + jakartaMs) / dayMs);

/** A request that was carried out, and the same X-EXTERNAL-ID again. */
export async function sendTwice(
  t: Context,
): Promise<{ first: Observed<'transaction'>; again: Observed<'transaction'> | undefined }> {
  const first = await t.session.sendControl();
  if (!t.session.grants(first)) return { first, again: undefined };
  const used = headerOf(first.sent.request.headers, header) ?? '';
  const again = await t.session.probe(
    externalId(() => used, `${header} was that of a request carried out just before`),
    { faultClass: 'conflict', faultField: header },
  );
  return { first, again };
}

/** The same X-EXTERNAL-ID twice on one day of Asia/Jakarta. */
export const rejectsReusedExternalId: Check<'transaction'> = {
  name: 'rejects-reused-external-id',
  confirms: true,
  settings: ['/externalIdReuse'],
  when: ({ settings: { externalIdReuse } }) => {
    if (externalIdReuse !== 'refuse')
      throw inapplicable(
        externalIdReuse === 'accept'
          ? `the document lets an ${header} be used again`
          : `the document does not say whether an ${header} may be used again`,
      );
  },
  forecast: (_, forecast) => {
    forecast.control();
    forecast.granted(1);
    forecast.refused(1, 'conflict');
    forecast.confirm();
  },
  run: async (t) => {
    const control = await t.requireControl();
    for (let attempt = 1; ; attempt += 1) {
      const day = dayInJakarta(t.session.now());
      const { first, again } = await sendTwice(t);
      const exchanges = [control, await t.session.record(first)];
      if (!again)
        throw cantTell(`the first of the two was not carried out: ${t.describe(first)}`, exchanges);
      exchanges.push(await t.session.record(again));
      if (!again.answer) throw cantTell(`no answer: ${t.describe(again)}`, exchanges);
      // On another day the same value may come again.
      if (attempt < tries && dayInJakarta(t.session.now()) !== day) continue;
      if (t.session.grants(again))
        return {
          outcome: 'failed',
          message: `the same ${header} was carried out twice on one day (${t.describe(again)}): a request that is sent again by mistake is a second transaction`,
          exchanges,
          runs: 1,
        };
      return {
        outcome: 'passed',
        message: `refused: ${t.describe(again)}`,
        exchanges: [...exchanges, ...(await t.confirmControlInTime(exchanges))],
        runs: 1,
      };
    }
  },
};
