import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { calledOnce, cantTell, inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { externalIdScope } from './external-id-scope.js';
import { externalId } from './mutations.js';

type Context = CheckContext<'transaction'>;

const header = 'X-EXTERNAL-ID';
const jakartaMs = 7 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
/** Midnight falls between two requests once at most. */
const tries = 2;

const dayInJakarta = (instant: number) => Math.floor((instant + jakartaMs) / dayMs);

/**
 * Sends a request and, if it was carried out, another one with the same X-EXTERNAL-ID. Where a service may be carried out
 * once alone, the first is the control.
 */
export async function sendTwice(
  t: Context,
): Promise<{ first: Observed<'transaction'>; again: Observed<'transaction'> | undefined }> {
  const first = t.session.once ? await acceptedControl(t) : await t.session.sendControl();
  if (!t.session.grants(first)) return { first, again: undefined };
  const used = headerOf(first.sent.request.headers, header) ?? '';
  const again = await t.session.probe(
    externalId(() => used, say('transaction/headers/used-just-before', { header })),
    { faultClass: 'conflict', faultField: header },
  );
  return { first, again };
}

/** @throws CheckEnded `untested` when it wasn't accepted. */
async function acceptedControl(t: Context): Promise<Observed<'transaction'>> {
  await t.requireControl();
  const { acceptedControl: control } = t.session.shared;
  if (!control) throw new Error('a control that was accepted is kept');
  return control;
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
          ? say('transaction/headers/reuse-allowed', { header })
          : say('transaction/headers/reuse-unspecified', { header }),
      );
  },
  forecast: (t, forecast) => {
    forecast.control();
    forecast.granted(t.session.once ? 0 : 1);
    forecast.refused(1, 'conflict');
    externalIdScope.forecast(t, forecast);
    forecast.confirm();
  },
  run: async (t) => {
    const control = await t.requireControl();
    for (let attempt = 1; ; attempt += 1) {
      const { first, again } = await sendTwice(t);
      const exchanges = [control, await t.session.record(first)];
      if (!again)
        throw cantTell(
          say('transaction/headers/first-use-refused', { answer: t.describe(first) }),
          exchanges,
        );
      exchanges.push(await t.session.record(again));
      if (!again.answer)
        throw cantTell(say('run/checks/no-answer', { why: t.describe(again) }), exchanges);
      // The same value may be used again on another day.
      const { clockOffset } = t.session.state;
      const [day, next] = [first, again].map(({ sent }) =>
        dayInJakarta(sent.startedAt + clockOffset),
      );
      if (day !== next) {
        if (t.session.once) throw calledOnce(t.session.target);
        if (attempt < tries) continue;
      }
      t.session.note(
        `${header} a second time on one day of Asia/Jakarta`,
        t.session.grants(again) ? 'taken' : 'refused',
      );
      if (t.session.grants(again))
        return {
          outcome: 'failed',
          message: say('transaction/headers/reuse-carried-out', {
            header,
            answer: t.describe(again),
          }),
          exchanges,
          runs: 1,
        };
      await externalIdScope.run(t, headerOf(first.sent.request.headers, header) ?? '');
      return {
        outcome: 'passed',
        message: say('run/checks/refused', { answer: t.describe(again) }),
        exchanges: [...exchanges, ...(await t.confirmControlInTime(exchanges))],
        runs: 1,
      };
    }
  },
};
