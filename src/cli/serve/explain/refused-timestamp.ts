import { timestampNotes } from '../../../engine/verify/timestamp-notes.js';
import { render } from '../../../messages/render.js';
import { formatTimestamp, parseTimestamp } from '../../../protocol/timestamp.js';
import { allowsForm, timestampForms } from '../../../protocol/timestamp-forms.js';
import { windowOf, withinWindow } from '../../../sandbox/tokens/within-window.js';
import { type Explain, quoted, sentHeader } from './refused-request.js';

/** Why a timestamp is refused: for its form, or for its distance from the clock. */
export const refusedTimestamp: Explain = (request) => {
  const { service, rules, refused } = request;
  const { timestamp } = rules.profile.services[service];
  const { now } = refused;
  const sent = sentHeader(request, 'X-TIMESTAMP');
  if (!allowsForm(sent, timestamp)) {
    const parsed = parseTimestamp(sent, timestampForms);
    const wanted = timestamp.accept.map((form) => formatTimestamp(now, form)).join(' or ');
    return {
      why: parsed.ok
        ? `X-TIMESTAMP is in the form ${parsed.form}, and the profile takes ${timestamp.accept.join(' or ')}`
        : `X-TIMESTAMP ${quoted(sent)} is malformed (${parsed.problem.detail})`,
      remedy: `send it as ${wanted}, and sign that very text`,
    };
  }
  if (service === 'signature-utility') return undefined;
  const { window } = timestamp;
  if (withinWindow(sent, { accept: timestamp.accept, window }, now)) return undefined;
  const { pastSeconds, futureSeconds } = windowOf({ window });
  // Every form is given, for only the distance is to be told.
  const [distance, ...reasons] = timestampNotes(
    sent,
    { ...timestamp, accept: [timestamp.accept[0], ...timestampForms], window },
    now,
  );
  if (!distance) return undefined;
  const { distance: apart, ahead } = distance.with as { distance: string; ahead: boolean };
  const most = `${(ahead ? futureSeconds : pastSeconds) / 60} min`;
  const rule =
    window === 'unspecified'
      ? `which takes ${most} (the profile states no window)`
      : `and the profile allows ${most}`;
  return {
    why: [
      `X-TIMESTAMP is ${apart} ${ahead ? 'ahead of' : 'behind'} the clock of the sandbox, ${rule}`,
      ...reasons.map((each) => render(each)),
    ].join('; '),
    remedy: 'make the timestamp when the request is sent, from a clock that is synchronised',
  };
};
