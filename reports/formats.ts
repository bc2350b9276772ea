import type { FileReport, Report } from './report.js';

/** A format that a result can be written in. */
interface Format {
  /** Loads its module: no command pays for a format that it doesn't write. */
  load(): Promise<Report | FileReport>;
  /** True if it is written when `--reporter` names none. */
  byDefault?: true;
}

/** Every format, by the name that `--reporter` takes. Whatever lists the formats reads this. */
const formats = {
  json: { load: async () => (await import('./json.js')).json, byDefault: true },
  html: { load: async () => (await import('./html.js')).html, byDefault: true },
  junit: { load: async () => (await import('./junit.js')).junit, byDefault: true },
  'junit-per-target': {
    load: async () => (await import('./junit/per-target.js')).junitPerTarget,
  },
  sarif: { load: async () => (await import('./sarif.js')).sarif },
  ctrf: { load: async () => (await import('./ctrf.js')).ctrf },
  har: { load: async () => (await import('./har.js')).har },
  markdown: { load: async () => (await import('./markdown.js')).markdown },
  github: { load: async () => (await import('./github.js')).github },
  badge: { load: async () => (await import('./badge.js')).badge },
  xlsx: { load: async () => (await import('./xlsx.js')).xlsx },
} satisfies Record<string, Format>;

/** The name of a format. */
export type ReporterName = keyof typeof formats;

/** The names of all formats. */
export const reporterNames = Object.keys(formats) as ReporterName[];

/** The formats that are written when none is named. */
export const defaultReporters: readonly ReporterName[] = reporterNames.filter((name) => {
  const format: Format = formats[name];
  return format.byDefault;
});

/** What turns a result into this format. */
export function loadReport(name: ReporterName): Promise<Report | FileReport> {
  return formats[name].load();
}
