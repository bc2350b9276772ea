import { type Message, say } from '../../messages/message.js';
import { parseTimestamp } from '../../protocol/timestamp.js';
import { timestampForms } from '../../protocol/timestamp-forms.js';
import { headerOf, type WireHeaders } from '../http/wire.js';

/** A clock of a target, as an answer shows it. */
export interface TargetClock {
  header: 'Date' | 'X-TIMESTAMP';
  /** The header's value. */
  text: string;
  /** Its time, epoch milliseconds. */
  instant: number;
}

/** Beyond this one of two clocks is wrong: milliseconds. */
export const clockToleranceMs = 30_000;

const minute = 60_000;
/** Zones differ by quarters of an hour. */
const quarter = 15 * minute;

/** The clocks that an answer shows: that of its Date, and that of its X-TIMESTAMP. */
export function clocksOf(headers: WireHeaders): TargetClock[] {
  const date = headerOf(headers, 'date') ?? '';
  const stamp = headerOf(headers, 'x-timestamp') ?? '';
  const parsed = parseTimestamp(stamp, timestampForms);
  const clocks: TargetClock[] = [
    { header: 'Date', text: date, instant: Date.parse(date) },
    {
      header: 'X-TIMESTAMP',
      text: stamp,
      instant: parsed.ok ? parsed.instant : Number.NaN,
    },
  ];
  return clocks.filter(({ instant }) => !Number.isNaN(instant));
}

/**
 * Names a mistake of zones: the X-TIMESTAMP of an answer is whole quarters of an hour apart from the time.
 *
 * @param now the time by which it is judged, epoch milliseconds, and where that is from
 */
export function zoneMistake(
  { header, instant, text }: TargetClock,
  now: { instant: number; header: string },
): Message | undefined {
  if (header !== 'X-TIMESTAMP') return undefined;
  const apart = instant - now.instant;
  const quarters = Math.round(apart / quarter);
  if (quarters === 0 || Math.abs(apart - quarters * quarter) > clockToleranceMs) return undefined;
  return say('run/control/zone-mistake', {
    text,
    minutes: quarters * 15,
    than: now.header,
  });
}
