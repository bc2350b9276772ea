import { furtherControls, isSound } from '../../../../reports/shared/further-controls.js';
import { byReason, shownAs } from '../../../../reports/shared/group.js';
import { inLanguage } from '../../../../reports/shared/in-language.js';
import { knownFailure } from '../../../../reports/shared/known.js';
import { verdictSentence } from '../../../../reports/shared/verdict-sentence.js';
import { verdictWords } from '../../../../reports/shared/verdict-words.js';
import { visible } from '../../../../reports/shared/visible.js';
import type { CheckResult, Result, TargetResult } from '../../../../schemas/generated/result.js';
import type { Language } from '../../../messages/message.js';

/** The summary with `--quiet`: a line for each target's verdict and one for each problem. */
export function quietSummary(given: Result, lang: Language = 'en'): string {
  const result = inLanguage(given, lang);
  const titles = new Map(result.requirements.map(({ id, title }) => [id, title]));
  const lines = result.targets.flatMap((target) => [
    `${target.name}: ${accepted(target) ? verdictSentence(target, lang) : verdictWords(target, lang)}`,
    ...problems(target, titles, lang),
  ]);
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function problems(
  target: TargetResult,
  titles: ReadonlyMap<string, string>,
  lang: Language,
): string[] {
  const said = (sign: string, check: CheckResult) => {
    const known = knownFailure(check, lang);
    const title = titles.get(check.id) ?? check.id;
    return `  ${sign} ${check.id}: ${title}${known === undefined ? '' : ` (${known})`}`;
  };
  return [
    ...(accepted(target) ? [] : [`  ${target.control.message}`]),
    ...furtherControls(target).map(([service, { message }]) => `  ${service}: ${message}`),
    ...shownAs(target.checks, 'failed').map((check) => said('✖', check)),
    ...shownAs(target.checks, 'warning').map((check) => said('!', check)),
    ...[...byReason(shownAs(target.checks, 'cantTell'))].map(
      ([reason, checks]) => `  ? ${checks.map(({ id }) => id).join(', ')}: ${reason}`,
    ),
  ];
}

function accepted({ control }: TargetResult): boolean {
  return isSound(control);
}
