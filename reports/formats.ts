import type { FileReport, Report } from './report.js';

/** A format that a result can be written in. */
interface Format {
  /** Loads its module: no command pays for a format that it doesn't write. */
  load(): Promise<Report | FileReport>;
  /** The names of its files, by which they are known in a folder; absent if it writes none. */
  files?: RegExp;
  /** True if it is written when `--reporter` names none. */
  byDefault?: true;
}

/** Every format, by the name that `--reporter` takes. Whatever lists the formats reads this. */
const formats = {
  json: {
    load: async () => (await import('./json.js')).json,
    files: /^result\.json$/,
    byDefault: true,
  },
  html: {
    load: async () => (await import('./html.js')).html,
    files: /^report\.html$/,
    byDefault: true,
  },
  junit: {
    load: async () => (await import('./junit.js')).junit,
    files: /^junit\.xml$/,
    byDefault: true,
  },
  'junit-per-target': {
    load: async () => (await import('./junit/per-target.js')).junitPerTarget,
    files: /^junit-.+\.xml$/,
  },
  sarif: { load: async () => (await import('./sarif.js')).sarif, files: /^results\.sarif$/ },
  ctrf: { load: async () => (await import('./ctrf.js')).ctrf, files: /^ctrf\.json$/ },
  har: { load: async () => (await import('./har.js')).har, files: /^exchanges\.har$/ },
  markdown: { load: async () => (await import('./markdown.js')).markdown, files: /^summary\.md$/ },
  github: { load: async () => (await import('./github.js')).github },
  badge: { load: async () => (await import('./badge.js')).badge, files: /^badge\.(?:svg|json)$/ },
  xlsx: { load: async () => (await import('./xlsx.js')).xlsx, files: /^evidence\.xlsx$/ },
  'form-xlsx': {
    load: async () => (await import('./form/form-xlsx.js')).formXlsx,
    files: /^form-.+\.xlsx$/,
  },
  'form-docx': {
    load: async () => (await import('./form/form-docx.js')).formDocx,
    files: /^form-.+\.docx$/,
  },
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

/** True for the name of a file that some format writes. */
export function isReportFile(name: string): boolean {
  return Object.values<Format>(formats).some(({ files }) => files?.test(name));
}
