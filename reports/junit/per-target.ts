import { junit } from '../junit.js';
import type { FileReport } from '../report.js';
import { fileSlugs } from '../shared/file-slug.js';

/** junit-TARGET.xml: a file for each target, for systems that show files apart. */
export const junitPerTarget: FileReport = {
  files: (result) => {
    const slugs = fileSlugs(result.targets.map(({ name }) => name));
    return result.targets.map((target, index) => ({
      file: `junit-${slugs[index]}.xml`,
      content: junit.render({ ...result, targets: [target] }),
    }));
  },
};
