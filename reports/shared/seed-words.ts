import type { Result } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';

/** The seed of a run and where it came from: `123 (default)`. An early result doesn't say where. */
export function seedWords(
  { seed, seedFrom: from }: Pick<Result['run'], 'seed' | 'seedFrom'>,
  lang: Language = 'en',
): string {
  return render(say('report/run/seed', { seed, from }), lang);
}
