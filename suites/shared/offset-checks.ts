import fc from 'fast-check';
import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { Observed } from '../../src/engine/session/observed.js';
import type { DraftOf, ServiceId } from '../../src/engine/session/service.js';
import { type Message, say, type Text } from '../../src/messages/message.js';
import { formatTimestamp, parseTimestamp } from '../../src/protocol/timestamp.js';
import { anyZone, inZone, type Zone, zoneExamples } from './arbitraries/zones.js';
import { rewritten } from './mutations.js';

/** The other ways to write an instant that a server may re-format it to before it verifies. */
function rewritings(text: string): string[] {
  const parsed = parseTimestamp(text);
  if (!parsed.ok) return [];
  const { instant, offsetMinutes } = parsed;
  const written = [
    formatTimestamp(instant, 'offset', 420),
    formatTimestamp(instant, 'utc'),
    formatTimestamp(instant, 'utc-millis'),
    formatTimestamp(instant, 'offset', 0),
    formatTimestamp(instant, 'offset-millis', offsetMinutes),
  ];
  return [...new Set(written)].filter((other) => other !== text);
}

/** Zones in which the control's own instant may be written. */
function zones<S extends ServiceId>({ session, settings }: CheckContext<S>) {
  return anyZone(session.controlForm, settings.timestamp.reject);
}

function someZones<S extends ServiceId>({ session, settings }: CheckContext<S>) {
  return zoneExamples(session.controlForm, settings.timestamp.reject);
}

/** A right signature, but over another timestamp text than the one that is sent. */
export type SignedOver<S extends ServiceId> = (
  sent: string,
  signed: string,
  name: Message,
) => Mutation<DraftOf<S>>;

/** That any offset is accepted, and that the signature covers the timestamp's very characters. */
export function offsetChecks<S extends ServiceId>(signedOver: SignedOver<S>): Check<S>[] {
  const signedRewritten = (sent: string, signed: string) =>
    signedOver(sent, signed, say('shared/timestamp/signed-in-other-form', { signed }));
  /** A target may refuse because it verifies over another text for the instant: that is another check's finding. */
  const judge = async (
    observed: Observed<S>,
    t: CheckContext<S>,
  ): Promise<Text | undefined | null> => {
    const verdict = judgeAccepted(observed, t);
    if (verdict === undefined || verdict === null) return verdict;
    const sent = headerOf(observed.sent.request.headers, 'X-TIMESTAMP') ?? '';
    for (const other of rewritings(sent)) {
      const tried = await t.session.probe(signedRewritten(sent, other), {
        faultClass: 'invalid-signature',
      });
      if (t.session.grants(tried)) return undefined;
    }
    return verdict;
  };
  return [
    accepts<Zone, S>('accepts-any-offset', {
      settings: ['/timestamp/reject'],
      property: zones,
      examples: someZones,
      mutate: (zone) =>
        rewritten<DraftOf<S>>(say('shared/timestamp/with-other-offset'), (instant, form) =>
          inZone(instant, zone, form),
        ),
      judge,
    }),
    refuses<{ sent: string; signed: string }, S>('exact-text-is-signed', {
      // A target may dislike the offset before it looks at the signature: no class of its own.
      as: 'other',
      property: (t) =>
        zones(t)
          .map((zone) => inZone(t.now, zone, t.session.controlForm))
          .chain((sent) =>
            fc.constantFrom(...rewritings(sent)).map((signed) => ({ sent, signed })),
          ),
      // A time of another zone, and one of Jakarta.
      examples: (t) =>
        [...someZones(t).slice(0, 1), 420]
          .map((zone) => inZone(t.now, zone, t.session.controlForm))
          .flatMap((sent) => rewritings(sent).map((signed) => ({ sent, signed }))),
      mutate: ({ sent, signed }) => signedRewritten(sent, signed),
    }),
  ];
}
