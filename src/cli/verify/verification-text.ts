import { wrap } from '../../../reports/console/wrap.js';
import { oneLine, visible } from '../../../reports/shared/visible.js';
import type { SaidMistake, SignatureVerification } from '../../engine/verify/verification.js';

/** What was found out about a signature, as the command prints it. */
export function verificationText(found: SignatureVerification, width: number): string {
  const lines = (text: string, first: string, rest = ' '.repeat(first.length)) =>
    wrap(text, { width, first, rest });
  if (found.holds)
    return [
      'The signature holds.',
      ...(found.timestamp ?? []).flatMap((note) => lines(visible(note), '  But ')),
    ].join('\n');
  const { mistakes = [], likely = [], findings = [] } = found;
  const said = (mistake: SaidMistake) => [
    ...lines(mistakeLine(mistake), '  - '),
    ...lines(mistake.sender, '    Sender: '),
    ...lines(mistake.server, '    Server: '),
  ];
  return [
    'The signature does not hold.',
    ...(mistakes.length > 0 ? [mistakes.length === 1 ? 'It was' : 'It was, all at once,'] : []),
    ...mistakes.flatMap(said),
    ...findings.flatMap((finding) => lines(visible(finding), '  - ')),
    ...(likely.length > 0 ? ['It was, most likely,'] : []),
    ...likely.flatMap(said),
    ...(found.signedText === undefined || found.signedText === found.stringToSign
      ? []
      : ['It was made over:', `  ${oneLine(found.signedText)}`]),
    'According to the document, it is made over:',
    `  ${oneLine(found.stringToSign)}`,
  ].join('\n');
}

function mistakeLine({ id, says, alternatives = [] }: SaidMistake): string {
  const others = alternatives.slice(0, 3).map((other) => `; or ${other.says} (${other.id})`);
  return visible(`signed ${says} (${id})${others.join('')}`);
}
