import type { Result } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';

/** That a run was killed and its result comes from its journal, in a sentence; undefined for any other run. */
export function recoveredWords(
  { recovered, interrupted }: Pick<Result['run'], 'recovered' | 'interrupted'>,
  lang: Language = 'en',
): string | undefined {
  if (!recovered) return undefined;
  const { checks } = recovered;
  return render(say('report/run/recovered', { checks, whole: !interrupted }), lang);
}
