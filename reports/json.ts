import type { Result } from '../schemas/generated/result.js';
import type { Report } from './report.js';

/** result.json: the result itself, as schemas/result.schema.json describes it. */
export const json = {
  file: 'result.json',
  render: (result: Result) => `${JSON.stringify(result, null, 2)}\n`,
} satisfies Report;
