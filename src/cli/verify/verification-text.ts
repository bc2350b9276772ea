import { wrap } from '../../../reports/console/wrap.js';
import { oneLine, visible } from '../../../reports/shared/visible.js';
import type { SaidMistake, SignatureVerification } from '../../engine/verify/verification.js';
import { type Language, type Message, say } from '../../messages/message.js';
import { render } from '../../messages/render.js';

/** What was found out about a signature, as the command prints it. */
export function verificationText(
  found: SignatureVerification,
  width: number,
  lang: Language = 'en',
): string {
  const word = (message: Message) => render(message, lang);
  const lines = (text: string, first: string, rest = ' '.repeat(first.length)) =>
    wrap(text, { width, first, rest });
  if (found.holds)
    return [
      word(say('cli/verify/holds')),
      ...(found.timestamp ?? []).flatMap((note) =>
        lines(visible(note), `  ${word(say('cli/verify/but'))} `),
      ),
    ].join('\n');
  const { mistakes = [], likely = [], findings = [] } = found;
  const said = (mistake: SaidMistake) => [
    ...lines(mistakeLine(mistake, lang), '  - '),
    ...lines(mistake.sender, `    ${word(say('cli/verify/sender'))}: `),
    ...lines(mistake.server, `    ${word(say('cli/verify/server'))}: `),
  ];
  return [
    word(say('cli/verify/does-not-hold')),
    ...(mistakes.length > 0 ? [word(say('cli/verify/mistakes', { count: mistakes.length }))] : []),
    ...mistakes.flatMap(said),
    ...findings.flatMap((finding) => lines(visible(finding), '  - ')),
    ...(likely.length > 0 ? [word(say('cli/verify/likely'))] : []),
    ...likely.flatMap(said),
    ...(found.signedText === undefined || found.signedText === found.stringToSign
      ? []
      : [word(say('cli/verify/made-over')), `  ${oneLine(found.signedText)}`]),
    word(say('cli/verify/by-document')),
    `  ${oneLine(found.stringToSign)}`,
  ].join('\n');
}

function mistakeLine({ id, says, alternatives = [] }: SaidMistake, lang: Language): string {
  const others = alternatives
    .slice(0, 3)
    .map((other) => render(say('cli/verify/or', { says: other.says, id: other.id }), lang));
  const signed = render(say('signing/rules/signed', { rule: says }), lang);
  return visible(`${signed} (${id})${others.join('')}`);
}
