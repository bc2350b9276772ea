import { baselineFindings } from '../../../../reports/shared/baseline-findings.js';
import { visible } from '../../../../reports/shared/visible.js';
import type { Result } from '../../../../schemas/generated/result.js';
import { type Language, say } from '../../../messages/message.js';
import { render } from '../../../messages/render.js';

/** The entries of the baseline that fail a run, a line each; empty when there are none. */
export function baselineText(result: Pick<Result, 'run'>, lang: Language = 'en'): string {
  const findings = baselineFindings(result, lang);
  if (findings.length === 0) return '';
  const lines = findings.map(
    ({ target, check, message }) => `  ${visible(`${target}: ${check}: ${message}`)}\n`,
  );
  const head = say('cli/run/baseline-fails', { file: result.run.baseline?.file });
  return `\n${render(head, lang)}\n${lines.join('')}`;
}
