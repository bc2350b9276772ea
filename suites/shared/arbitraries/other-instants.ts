/** A right signature over another instant than the one that is sent. */
export interface OtherInstant {
  /** Between the two. */
  seconds: number;
  direction: number;
  /** The signature was sent before, with its own timestamp. */
  used: boolean;
}

/**
 * One that was used comes first: it shows a server that remembers signatures as well as one that doesn't look at the
 * timestamp. The past comes first, since some servers refuse even a second of the future.
 */
export const otherInstants: readonly OtherInstant[] = [
  { seconds: 1, direction: -1, used: true },
  { seconds: 1, direction: -1, used: false },
  { seconds: 60, direction: -1, used: true },
  { seconds: 300, direction: 1, used: true },
  { seconds: 1, direction: 1, used: false },
];
