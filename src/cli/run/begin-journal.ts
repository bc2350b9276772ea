import { shellWords } from '../../engine/input/text.js';
import type { RunPlan } from '../../engine/plan/plan.js';
import { journalsIn } from '../../results/journal/journals-in.js';
import { RunJournal } from '../../results/journal/run-journal.js';
import type { BaselineOfRun } from './baseline-of-run.js';

/**
 * Begins the journal of a run in the folder of its reports, and says if there is one of an earlier run that did not
 * end: it stays.
 *
 * @throws InputProblem when it can't be begun.
 */
export function beginJournal(
  { suites }: RunPlan,
  out: string,
  { configFile, baseline }: { configFile?: string; baseline?: BaselineOfRun | undefined },
): RunJournal {
  for (const left of journalsIn(out))
    process.stderr.write(
      `${left} is the journal of an earlier run that did not end, or of one that is still going on; it stays.\n` +
        `  Its reports: snap-conformance report --recover ${shellWords([left])} --out DIR\n`,
    );
  const { file, known } = baseline?.before ?? {};
  const { targets } = baseline?.context ?? {};
  return new RunJournal(
    out,
    {
      ...(configFile !== undefined && { configFile }),
      ...(file !== undefined &&
        known && {
          baseline: {
            file,
            known,
            ...(targets && { targets }),
            checks: [...suites.catalogue.keys()],
          },
        }),
    },
    (why) =>
      process.stderr.write(
        `\nThe journal of the run can't be written any more: ${why}. The run goes on; if it is killed, what it finds from now on is lost.\n`,
      ),
  );
}
