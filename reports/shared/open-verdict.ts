import type { TargetResult } from '../../schemas/generated/result.js';
import { type Language, type Message, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';
import { refusedControls } from './further-controls.js';

/**
 * Why a target is inconclusive, if neither a control nor a check says so: a shard is missing, or nothing that was chosen
 * passed. Undefined if something else does, and for any other verdict.
 */
export function openVerdict(target: TargetResult, lang: Language = 'en'): string | undefined {
  const why = openReason(target);
  return why && render(why, lang);
}

function openReason(target: TargetResult): Message | undefined {
  const { verdict, checks } = target;
  if (verdict !== 'inconclusive' || refusedControls(target).length > 0) return undefined;
  const shards = missingShards(target);
  if (shards !== undefined) return shards;
  const isOpen = checks.some(
    ({ outcome, level, notReached }) => notReached || (outcome === 'cantTell' && level === 'MUST'),
  );
  if (isOpen) return undefined;
  return checks.some(({ outcome }) => outcome === 'passed')
    ? say('report/verdict/no-must-passed')
    : say('report/verdict/no-check-passed');
}

/** The shards without which a merged target can't be judged, in words. */
function missingShards({ basis }: TargetResult): Message | undefined {
  const { count = 0, held = [], merged } = basis?.shards ?? {};
  if (!merged || held.length >= count) return undefined;
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (shard) => !held.includes(shard),
  );
  return say('report/verdict/shards-missing', { missing, count });
}
