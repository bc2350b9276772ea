/** The formats, by the names that `--reporter` takes; apart from the formats themselves, which `--help` needn't load. */
export const reporterNames = [
  'json',
  'html',
  'junit',
  'junit-per-target',
  'sarif',
  'ctrf',
  'har',
  'markdown',
  'github',
  'badge',
  'xlsx',
] as const;

/** The name of a format. */
export type ReporterName = (typeof reporterNames)[number];
