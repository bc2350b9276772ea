/**
 * A timestamp as a date pattern with `hh` prints it, where `HH` is meant: 13 to 23 o'clock become 01 to 11, midnight
 * becomes 12, and nothing tells them from the morning. From 01 to 12 o'clock it is the same text.
 */
export function onTwelveHourClock(timestamp: string): string {
  return timestamp.replace(/(?<=T)\d\d/, (hour) =>
    String(Number(hour) % 12 || 12).padStart(2, '0'),
  );
}
