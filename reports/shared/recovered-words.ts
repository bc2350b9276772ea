import type { Result } from '../../schemas/generated/result.js';

/** That a run was killed and its result comes from its journal, in a sentence; undefined for any other run. */
export function recoveredWords({
  recovered,
  interrupted,
}: Pick<Result['run'], 'recovered' | 'interrupted'>): string | undefined {
  if (!recovered) return undefined;
  const { checks } = recovered;
  const done = `${checks} ${checks === 1 ? 'check was' : 'checks were'} done by then`;
  return `The run was killed, and this was recovered from its journal: ${
    interrupted ? `${done}, the others are untested` : 'all its checks were done'
  }.`;
}
