/** A timestamp with its hour as the pattern letters `hh` print it, which count from 1 to 12 twice a day. */
export function hourAsHh(timestamp: string): string {
  const hour = Number(timestamp.slice(11, 13));
  const printed = hour > 12 ? hour - 12 : hour === 0 ? 12 : hour;
  return `${timestamp.slice(0, 11)}${printed < 10 ? '0' : ''}${printed}${timestamp.slice(13)}`;
}
