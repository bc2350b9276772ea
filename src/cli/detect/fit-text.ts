import { oneLine, visible } from '../../../reports/shared/visible.js';
import { foremost, type ProfileFit } from '../../engine/detect/fit.js';
import type { TargetPlan } from '../../engine/plan/plan.js';

/** The ranking of one target's profiles, in words. */
export function fitText({ name, profile }: TargetPlan, fits: readonly ProfileFit[]): string {
  const { path: own } = profile.services['token-b2b'];
  const other = fits.find(({ path }) => path !== own)?.path;
  const at = other === undefined ? [] : [`  at ${other}: no SNAP service was found at ${own}`];
  const accepted = fits.filter((fit) => fit.accepted);
  const lines = [
    ...[oneLine(name), ...at, ...tieLines(fits)],
    ...accepted.flatMap(profileLines),
    ...refusedLines(fits.filter((fit) => !fit.accepted)),
    '',
  ];
  // The answers are in it, and a target may send what drives a terminal.
  return lines.map(visible).join('\n');
}

function tieLines(fits: readonly ProfileFit[]): string[] {
  const first = foremost(fits).map(({ profile }) => profile);
  return first.length > 1
    ? [`  nothing that was seen speaks against one of these more than another: ${first.join(', ')}`]
    : [];
}

function profileLines({ profile, title, differences, passed }: ProfileFit) {
  const count = differences.length;
  const verdict =
    count === 0 ? 'no difference' : `${count} ${count === 1 ? 'difference' : 'differences'}`;
  const lines = differences.map(
    ({ id, level, message }) => `    ${level.padEnd(6)} ${id}: ${message}`,
  );
  return [`  ${profile} (${title}): ${verdict} in ${passed + count} checks`, ...lines];
}

/** Profiles whose request was answered alike share a line. */
function refusedLines(refused: readonly ProfileFit[]): string[] {
  const byAnswer = new Map<string, string[]>();
  for (const { control, profile } of refused)
    byAnswer.set(control, [...(byAnswer.get(control) ?? []), profile]);
  return [...byAnswer].map(([control, names]) => `  ${names.join(', ')}: ${control}`);
}
