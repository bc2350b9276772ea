import { packageVersion } from './package-root.js';

/** How requests name what sends them: `snap-conformance/1.2.3`. */
export const toolName = `snap-conformance/${packageVersion}`;
