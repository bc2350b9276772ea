import type { Report } from './report.js';

/** result.json: the result itself, as schemas/result.schema.json describes it. */
export const json: Report = {
  file: 'result.json',
  render: (result) => `${JSON.stringify(result, null, 2)}\n`,
};
