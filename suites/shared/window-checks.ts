import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf, ServiceId } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';
import { formatTimestamp, parseTimestamp } from '../../src/protocol/timestamp.js';
import { timestampForms } from '../../src/protocol/timestamp-forms.js';
import { rewritten } from './mutations.js';
import { at } from './window.js';

/** The checks of how far from the present X-TIMESTAMP may lie, near the edges and close by. */

/** Seconds beyond the window's edge: more than two clocks and a request can differ by. */
const outsideMargin = 30;

/** Seconds inside the edge; less when the window itself is small. */
const insideMargin = (seconds: number) => Math.min(10, Math.ceil(seconds / 2));

function windowOf<S extends ServiceId>({ settings }: CheckContext<S>) {
  const { window } = settings.timestamp;
  if (window === 'unspecified') throw inapplicable(say('shared/timestamp/no-window'));
  return window;
}

/** The edges of the documented window, from both sides. */
export const windowChecks = <S extends ServiceId>(): Check<S>[] => [
  accepts<never, S>('accepts-inside-window', {
    settings: ['/timestamp/window'],
    when: (t) => void windowOf(t),
    probes: (t) => {
      const { pastSeconds, futureSeconds } = windowOf(t);
      return [
        at<DraftOf<S>>(-pastSeconds + insideMargin(pastSeconds)),
        at<DraftOf<S>>(futureSeconds - insideMargin(futureSeconds)),
      ];
    },
  }),
  refuses<never, S>('rejects-outside-window', {
    as: 'other',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/window'],
    when: (t) => void windowOf(t),
    probes: (t) => {
      const { pastSeconds, futureSeconds } = windowOf(t);
      return [
        at<DraftOf<S>>(-pastSeconds - outsideMargin),
        at<DraftOf<S>>(futureSeconds + outsideMargin),
      ];
    },
  }),
];

/** Seconds by which the clocks of two machines that are kept right may differ; quick depth asks for the first alone. */
const skews = [5, 1];

/** A client whose clock is a little fast. */
export const acceptsSlightlyAhead = <S extends ServiceId>(): Check<S> => {
  const within = ({ settings: { timestamp } }: CheckContext<S>) => {
    const { window } = timestamp;
    const most = window === 'unspecified' ? Number.POSITIVE_INFINITY : window.futureSeconds;
    return skews.filter((seconds) => seconds <= most);
  };
  return accepts<never, S>('accepts-slightly-ahead', {
    settings: ['/timestamp/window'],
    when: (t) => {
      if (within(t).length === 0) throw inapplicable(say('shared/timestamp/no-future-allowed'));
    },
    probes: (t) => within(t).map((seconds) => ahead<S>(seconds)),
    judge: async (observed, t) => {
      const verdict = judgeAccepted(observed, t);
      if (verdict === undefined || verdict === null) return verdict;
      // A target may dislike the signature that is made at one second: that is another check's finding.
      const sent = parseTimestamp(
        headerOf(observed.sent.request.headers, 'X-TIMESTAMP') ?? '',
        timestampForms,
      );
      const most = sent.ok ? Math.ceil((sent.instant - t.session.now()) / 1000) : 0;
      const nextTo = most > 2 ? [most - 1, most - 2] : [most + 1, most + 2];
      for (const seconds of nextTo)
        if (t.session.grants(await t.session.probe(ahead<S>(seconds)))) return undefined;
      return verdict;
    },
  });
};

/** So far ahead of the present when it is first sent, and the same text when it is sent again. */
function ahead<S extends ServiceId>(seconds: number): Mutation<DraftOf<S>> {
  const name = say('shared/timestamp/slightly-ahead', { seconds });
  let first: string | undefined;
  return rewritten<DraftOf<S>>(name, (instant, form) => {
    first ??= formatTimestamp(instant + seconds * 1000, form);
    return first;
  });
}
