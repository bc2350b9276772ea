import { servedPaths } from '../../protocol/served-paths.js';
import type { Answer } from '../http/answer.js';
import type { TargetPlan } from '../plan/plan.js';
import { type Asking, requestsOf } from './asking.js';

/** Nothing is there, so what answers says how the target refuses a path. */
const nowhere = '/v1.0/snap-conformance/no-such-path';

/**
 * Where the target's token service is: at one of the target's own paths, or else at that of a profile, those first
 * that most profiles have. A service is known by a grant, or by a SNAP code that isn't what any path is answered with.
 *
 * @returns the target's own path, if none answers so
 */
export async function findPath(
  asking: Asking,
  target: TargetPlan,
  profiles: readonly TargetPlan[],
): Promise<string> {
  const own = servedPaths(target.profile.services['token-b2b']);
  const others = byCount(
    profiles.flatMap(({ profile }) => servedPaths(profile.services['token-b2b'])),
  );
  const [request] = requestsOf(target);
  if (!request) throw new Error('a profile accepts a form of X-TIMESTAMP');
  let nothing: string | undefined;
  for (const path of new Set([...own, ...others])) {
    const { accepted, answer } = await asking.ask(path, request);
    if (accepted) return path;
    if (answer?.code === undefined) continue;
    nothing ??= told((await asking.ask(nowhere, request)).answer);
    if (told(answer) !== nothing) return path;
  }
  return own[0] ?? '';
}

function told(answer: Answer | undefined): string {
  return JSON.stringify([answer?.status, answer?.code, answer?.members?.['responseMessage']]);
}

/** Each text once, the most frequent first. */
function byCount(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
}
