import { distance } from 'fastest-levenshtein';

/** The name most like a mistyped one, or undefined when none is close enough. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, far: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(2, Math.floor(typed.length / 3)) ? best.name : undefined;
}

/** ` Did you mean "x"?`, or the whole list when nothing is close. */
export function suggestion(typed: string, names: readonly string[]): string {
  const near = nearestName(typed, names);
  return near === undefined ? `Known: ${names.join(', ')}.` : `Did you mean "${near}"?`;
}
