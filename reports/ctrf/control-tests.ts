import type { TargetResult } from '../../schemas/generated/result.js';
import { lineText } from '../shared/explanation-lines.js';
import { furtherControls } from '../shared/further-controls.js';
import type { Lookup } from '../shared/lookup.js';
import { controlProblems } from '../shared/problems.js';
import { visible } from '../shared/visible.js';
import type { CtrfTest } from './test.js';

/** The control of a target as a test, and a test for each further service whose control was not accepted. */
export function controlTests(lookup: Lookup, target: TargetResult): CtrfTest[] {
  const found = new Map(controlProblems(lookup, target).map((problem) => [problem.id, problem]));
  return [
    ['control', target.control] as const,
    ...furtherControls(target).map(
      ([service, finding]) => [`control ${service}`, finding] as const,
    ),
  ].map(([name, { outcome, message, exchanges }]) => {
    const problem = found.get(name);
    const trace = problem?.lines.map((line) => lineText(line));
    return {
      testId: `${target.name} ${name}`,
      name,
      status: problem === undefined ? 'passed' : 'failed',
      rawStatus: outcome,
      duration: 0,
      suite: [target.name, 'control'],
      message: visible(message),
      ...(trace && { trace: visible(trace.join('\n')) }),
      labels: { target: target.name, profile: target.profile },
      extra: { exchanges },
    };
  });
}
