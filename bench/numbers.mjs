/** The middle one of an odd number of values. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[(values.length - 1) / 2];
}

/** `1.23x` */
export function ratio(value, base) {
  return `${(value / base).toFixed(2)}x`;
}

/** `1234 ms` */
export function ms(value) {
  return `${Math.round(value)} ms`;
}
