/** Conformance checks in a project's own vitest: `snap-conformance/vitest`. */
export { type ConformanceOptions, conformance } from './conformance.js';
export { ConformanceReporter, type ConformanceReporterOptions } from './reporter.js';
export { conformanceTags } from './tags.js';
