import { oneLine } from '../../../reports/shared/visible.js';
import type { Acceptance, AcceptedTargetResult } from '../../results/acceptance/accept-result.js';
import type { Refusal } from '../../results/acceptance/refusal.js';

/** How many requirements a reason names. */
const most = 10;

/** An answer as text, a line for each reason; ends with a line feed. */
export function acceptanceText(
  { accepted, refusals, targets, notes }: Acceptance,
  { result, policy }: { result: string; policy: string },
): string {
  const count = refusals.length === 1 ? '1 reason' : `${refusals.length} reasons`;
  const lines = [
    accepted
      ? `Accepted: ${result} is what ${policy} asks for.`
      : `Not accepted: ${result} isn't what ${policy} asks for, for ${count}.`,
    ...refusals.flatMap(refusalLines),
    ...targets.flatMap(targetLines),
    ...notes.map((note) => `  Note: ${note}`),
  ];
  // A server's text of several lines must not look like lines of ours.
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

function refusalLines({ code, target, what, checks = [] }: Refusal): string[] {
  const rest = checks.length - most;
  return [
    `  ${code}: ${target === undefined ? '' : `${target}: `}${what}`,
    ...checks
      .slice(0, most)
      .map(({ id, message }) => `    ${id}${message === undefined ? '' : `: ${message}`}`),
    ...(rest > 0 ? [`    and ${rest} more; --json lists all`] : []),
  ];
}

function targetLines(target: AcceptedTargetResult): string[] {
  const { name, baseUrl, profile, services, asked, passed, inapplicable } = target;
  const list = (what: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`    ${what}: ${ids.join(', ')}`];
  return [
    `  ${name}, ${baseUrl}, profile ${profile}, ${services.join(', ')}: of ${asked} requirements asked for, ${passed} passed, ${inapplicable} inapplicable`,
    ...list('failed, which the policy takes', target.knownFailures),
    ...list('not tested, which the policy allows', target.notTested),
  ];
}
