import type { Result } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';

/** The targets of the config that were not chosen, in words; undefined if all were. */
export function leftOutWords(
  { run }: Pick<Result, 'run'>,
  lang: Language = 'en',
): string | undefined {
  const { targetsLeftOut = [] } = run;
  if (targetsLeftOut.length === 0) return undefined;
  return render(say('report/run/left-out', { targets: targetsLeftOut }), lang);
}
