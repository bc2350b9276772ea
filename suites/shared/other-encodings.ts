import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { cantTell, inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf } from '../../src/engine/session/service.js';
import { type Message, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';
import type { SignedServiceId } from '../../src/protocol/services.js';
import { otherEncodings as encodings } from './arbitraries/signatures.js';

/** The encodings that aren't the documented one, as many as the depth allows. */
function tryable<S extends SignedServiceId>(t: CheckContext<S>) {
  const { encoding } = t.settings.signature;
  return encodings.filter(({ of }) => of !== encoding).slice(0, t.effort.examples);
}

/** A right signature in another encoding: accepted or refused as the profile says; only noted when it says neither. */
export function otherEncodings<S extends SignedServiceId>(
  signatureText: (
    name: Message,
    change: (text: string, bytes: Buffer) => string,
  ) => Mutation<DraftOf<S>>,
): Check<S> {
  return {
    name: 'other-encodings',
    settings: ['/signature/otherEncodings'],
    forecast: (t, forecast) => {
      forecast.control();
      const { otherEncodings: wanted } = t.settings.signature;
      const tried = tryable(t).length;
      if (wanted === 'accept') forecast.granted(tried);
      else forecast.refused(tried, wanted === 'refuse' ? 'invalid-signature' : 'other');
    },
    run: async (t) => {
      const control = await t.requireControl();
      const { encoding: documented, otherEncodings: wanted } = t.settings.signature;
      const accepted: Message[] = [];
      const refused: Message[] = [];
      for (const { name: encoding, encode } of tryable(t)) {
        const mutation = signatureText(
          say('shared/signature/in-encoding', { encoding }),
          (_, bytes) => encode(bytes),
        );
        const observed = await t.session.probe(mutation, {
          faultClass: wanted === 'refuse' ? 'invalid-signature' : 'other',
        });
        if (!observed.answer) {
          const why = t.describe(observed);
          throw cantTell(say('shared/signature/encoding-got-no-answer', { encoding, why }), [
            control,
            await t.session.record(observed),
          ]);
        }
        const given = t.session.grants(observed);
        (given ? accepted : refused).push(encoding);
        if ((wanted === 'refuse' && given) || (wanted === 'accept' && !given)) {
          const probe = await t.session.record(observed);
          const after = await t.confirmControl([control, probe]);
          return {
            outcome: 'failed',
            message: given
              ? say('shared/signature/encoding-accepted', { encoding })
              : say('shared/signature/encoding-refused', { encoding }),
            exchanges: [control, probe, after],
            runs: accepted.length + refused.length,
          };
        }
      }
      t.session.note(
        'signature encodings accepted',
        [documented, ...accepted.map((each) => render(each))].join(', '),
      );
      const tried = say('shared/signature/encodings-tried', { accepted, refused });
      if (wanted === 'unspecified')
        throw inapplicable(say('shared/signature/no-other-encoding', { documented, tried }));
      return {
        outcome: 'passed',
        message: tried,
        exchanges: [control],
        runs: accepted.length + refused.length,
      };
    },
  };
}

/** @throws CheckEnded `inapplicable` when the letter case of a signature says nothing. */
export function requireBase64<S extends SignedServiceId>({ settings }: CheckContext<S>): void {
  if (settings.signature.encoding !== 'base64')
    throw inapplicable(say('shared/signature/hex-has-no-case'));
}
