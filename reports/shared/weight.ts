/** What a finding means for those who use the target: 0 lets an attacker in, 1 breaks clients, 2 is form. */
export function weightOf(id: string): 0 | 1 | 2 {
  const [, area, name = ''] = id.split('/');
  // A control, on which all else rests.
  if (area === undefined) return 0;
  if (area === 'security' || /^(?:refuses|rejects)-/.test(name)) return 0;
  if (area === 'errors' || area === 'http') return 2;
  return 1;
}

/** Things by the weight of what they are about, the heaviest first; those of one weight keep their order. */
export function byWeight<T>(things: readonly T[], idOf: (thing: T) => string): T[] {
  return things.toSorted((a, b) => weightOf(idOf(a)) - weightOf(idOf(b)));
}
