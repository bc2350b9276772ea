import type { Transaction } from '../../../schemas/resolved.js';
import { type Message, say } from '../../messages/message.js';
import { formatTimestamp, parseTimestamp } from '../../protocol/timestamp.js';
import { isInForms } from '../../protocol/timestamp-forms.js';
import { readMoment } from '../mistakes/time/moment.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** How far a clock may be off without a word about it, if the profile doesn't say. */
const tolerated = 5 * minute;

/**
 * What a provider is likely to say of a timestamp whose signature holds: about its form, and its distance from now.
 *
 * @param now epoch milliseconds
 */
export function timestampNotes(
  sent: string,
  settings: Pick<Transaction, 'timestamp'>['timestamp'],
  now: number,
): Message[] {
  const { accept, reject = [], window } = settings;
  const forms = accept.map((form) => formatTimestamp(now, form));
  const parsed = parseTimestamp(sent, accept);
  const notes: Message[] = [];
  if (!parsed.ok)
    notes.push(say('mistakes/timestamp/malformed', { detail: parsed.problem.detail, forms }));
  else if (!isInForms(parsed, accept))
    notes.push(
      isInForms(parsed, reject)
        ? say('mistakes/timestamp/ruled-out-form', { forms })
        : say('mistakes/timestamp/other-form', { forms }),
    );
  const moment = readMoment(sent);
  if (!moment) return notes;
  const instant = parsed.ok ? parsed.instant : moment.local - moment.offset * minute;
  const apart = instant - now;
  const ahead = apart > 0;
  const distance = inWords(Math.abs(apart));
  if (window === 'unspecified' || window === undefined) {
    if (Math.abs(apart) <= tolerated) return notes;
    notes.push(say('mistakes/timestamp/distance', { distance, ahead }));
  } else {
    const seconds = ahead ? window.futureSeconds : window.pastSeconds;
    if (Math.abs(apart) <= seconds * 1000) return notes;
    const allowed = inWords(seconds * 1000);
    notes.push(say('mistakes/timestamp/outside-window', { distance, ahead, allowed }));
  }
  const reason = reasonOf(apart, moment.offset, moment.zone);
  return reason ? [...notes, reason] : notes;
}

/** What makes a clock differ by just so much. */
function reasonOf(apart: number, offset: number, zone: string): Message | undefined {
  const near = (distance: number) => Math.abs(apart - distance) <= tolerated;
  if (offset !== 0 && near(-offset * minute))
    return say('mistakes/timestamp/utc-digits', { offset: zone });
  if ([7, 8, 9].some((hours) => near(hours * hour) || near(-hours * hour)))
    return say('mistakes/timestamp/local-digits', { offset: zone });
  if (near(12 * hour) || near(-12 * hour)) return say('mistakes/timestamp/twelve-hours');
  return apart > 363 * day && apart < 368 * day ? say('mistakes/timestamp/year-ahead') : undefined;
}

/** Two units at most: `7 h`, `1 h 20 min`, `364 days 23 h`. */
function inWords(milliseconds: number): string {
  const units: [number, string][] = [
    [day, 'days'],
    [hour, 'h'],
    [minute, 'min'],
    [1000, 's'],
  ];
  const first = units.findIndex(([size]) => milliseconds >= size);
  let left = milliseconds;
  const said = units
    .slice(first < 0 ? 3 : first, (first < 0 ? 3 : first) + 2)
    .flatMap(([size, name]) => {
      const count = Math.floor(left / size);
      left -= count * size;
      return count === 0 ? [] : [`${count} ${count === 1 && name === 'days' ? 'day' : name}`];
    });
  return said.join(' ') || '0 s';
}
