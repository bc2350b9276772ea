import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { cantTell, inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf } from '../../src/engine/session/service.js';
import type { SignedServiceId } from '../../src/protocol/services.js';
import { otherEncodings as encodings } from './arbitraries/signatures.js';

/** The encodings that aren't the documented one, as many as the depth allows. */
function tryable<S extends SignedServiceId>(t: CheckContext<S>) {
  const { encoding } = t.settings.signature;
  return encodings.filter(({ name }) => !name.endsWith(encoding)).slice(0, t.effort.examples);
}

/** A right signature in another encoding: required, refused or tolerated as the profile says; else only noted. */
export function otherEncodings<S extends SignedServiceId>(
  signatureText: (
    name: string,
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
      const { encoding, otherEncodings: wanted } = t.settings.signature;
      const taken: string[] = [];
      const left: string[] = [];
      for (const { name, encode } of tryable(t)) {
        const mutation = signatureText(`the signature is written in ${name}`, (_, bytes) =>
          encode(bytes),
        );
        const observed = await t.session.probe(mutation, {
          faultClass: wanted === 'refuse' ? 'invalid-signature' : 'other',
        });
        if (!observed.answer) {
          throw cantTell(`a signature in ${name} got no answer: ${t.describe(observed)}`, [
            control,
            await t.session.record(observed),
          ]);
        }
        const given = t.session.grants(observed);
        (given ? taken : left).push(name);
        if ((wanted === 'refuse' && given) || (wanted === 'accept' && !given)) {
          const probe = await t.session.record(observed);
          const after = await t.confirmControl([control, probe]);
          const message = `a right signature in ${name} is ${given ? 'accepted, the document rules it out' : 'refused, the document allows it'}`;
          return {
            outcome: 'failed',
            message,
            exchanges: [control, probe, after],
            runs: taken.length + left.length,
          };
        }
      }
      t.session.note('signature encodings accepted', [encoding, ...taken].join(', '));
      const list = `accepted: ${taken.join(', ') || 'none'}; refused: ${left.join(', ') || 'none'}`;
      if (wanted === 'unspecified')
        throw inapplicable(`the document names no other encoding than ${encoding} (${list})`);
      return {
        outcome: 'passed',
        message: list,
        exchanges: [control],
        runs: taken.length + left.length,
      };
    },
  };
}

/** @throws CheckEnded `inapplicable` where the letter case of a signature says nothing. */
export function requireBase64<S extends SignedServiceId>({ settings }: CheckContext<S>): void {
  if (settings.signature.encoding !== 'base64')
    throw inapplicable('letter case has no meaning in hex');
}
