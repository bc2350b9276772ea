import type { Result } from '../../schemas/generated/result.js';
import { junit } from '../junit.js';
import type { FileReport } from '../report.js';
import { fileSlugs } from '../shared/file-slug.js';

/** junit-TARGET.xml: a file for each target, for systems that show files apart. */
export const junitPerTarget: FileReport = {
  files: (result, options) => {
    const slugs = fileSlugs(result.targets.map(({ name }) => name));
    return result.targets.map((target, index) => ({
      file: `junit-${slugs[index]}.xml`,
      content: junit.render({ ...result, run: runOf(result, index), targets: [target] }, options),
    }));
  },
};

/**
 * A run's facts for the file of one target. An entry of the baseline is in one file only; entries for no target of the
 * run are in the first.
 */
function runOf({ run, targets }: Result, index: number): Result['run'] {
  if (!run.baseline) return run;
  const names = targets.map(({ name }) => name);
  const isHere = ({ target }: { target: string }) => Math.max(0, names.indexOf(target)) === index;
  const { stale, expired } = run.baseline;
  const baseline = {
    ...run.baseline,
    stale: stale.filter(isHere),
    expired: expired.filter(isHere),
  };
  return { ...run, baseline };
}
