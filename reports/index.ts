import { badge } from './badge.js';
import { ctrf } from './ctrf.js';
import { github } from './github.js';
import { har } from './har.js';
import { html } from './html.js';
import { json } from './json.js';
import { junitPerTarget } from './junit/per-target.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import type { ReporterName } from './names.js';
import type { FileReport, Report } from './report.js';
import { sarif } from './sarif.js';
import { xlsx } from './xlsx.js';

/** The formats by the name that `--reporter` takes. */
export const reports: Record<ReporterName, Report | FileReport> = {
  json,
  html,
  junit,
  'junit-per-target': junitPerTarget,
  sarif,
  ctrf,
  har,
  markdown,
  github,
  badge,
  xlsx,
};
