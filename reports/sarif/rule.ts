import { grouped } from '../shared/group.js';
import type { Lookup } from '../shared/lookup.js';
import { type Problem, severities } from '../shared/problems.js';
import { sarifText } from './text.js';

/** A reportingDescriptor (SARIF §3.49): the requirement that results are about. */
export interface SarifRule {
  id: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string };
  defaultConfiguration: { level: Problem['severity'] };
  properties: { tags: string[] };
}

/**
 * The rules that these problems break, each once, in the order of the problems; the level is the worst that was found.
 */
export function rulesOf(lookup: Lookup, problems: readonly Problem[]): SarifRule[] {
  return [...grouped(problems, ruleIdOf)].map(([id, same]) => ruleOf(lookup, id, same));
}

/** The rule of a problem: the requirement's id; one for all controls, and one for verdicts that are open. */
export function ruleIdOf({ id, check }: Problem): string {
  return check === undefined && id !== 'verdict' ? 'control' : id;
}

const helpOfRun: Record<string, string> = {
  control: 'Nothing can be said of a target that refuses the valid request: mend this first.',
  verdict: 'Nothing can be said of a target where nothing passed, or from a part of a run.',
};

function ruleOf(lookup: Lookup, id: string, problems: readonly Problem[]): SarifRule {
  const requirement = lookup.requirement(id);
  const title = problems[0]?.title ?? id;
  const help = requirement
    ? [`Why: ${requirement.rationale}`, `Remedy: ${requirement.remedy}`]
    : [helpOfRun[id] ?? ''];
  const level = severities.find((one) => problems.some(({ severity }) => severity === one));
  return {
    id,
    shortDescription: { text: sarifText(title) },
    fullDescription: { text: sarifText(requirement?.statement ?? title) },
    help: { text: sarifText(help.join('\n\n')) },
    defaultConfiguration: { level: level ?? 'warning' },
    properties: { tags: id.split('/').slice(0, 2) },
  };
}
