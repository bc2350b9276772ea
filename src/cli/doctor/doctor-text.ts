import picocolors from 'picocolors';
import { wrap } from '../../../reports/console/wrap.js';
import { oneLine, visible } from '../../../reports/shared/visible.js';
import type { Examination } from '../../engine/doctor/examine.js';
import type { DoctorFinding } from '../../engine/doctor/finding.js';
import type { Terminal } from '../shared/terminal.js';

const signs: Record<DoctorFinding['status'], string> = {
  ok: '✓',
  warning: '!',
  error: '✗',
  skipped: '-',
};

const verdicts: Record<Examination['outcome'], string> = {
  ready: 'Ready: snap-conformance run',
  misconfigured: 'Nothing was sent: fix what is marked ✗ first.',
  unready: 'A run could not judge it: fix what is marked ✗ first.',
  'other-rule': "A run would find it non-conformant: its rule differs from its document's.",
};

/** Examinations as text: a line for each finding, with what to do about it. */
export function doctorText(examinations: readonly Examination[], terminal: Terminal): string {
  return examinations.map((each) => examinationText(each, terminal)).join('\n\n');
}

function examinationText(
  { target, findings, outcome }: Examination,
  { color, width }: Terminal,
): string {
  const { bold, green, yellow, red, dim } = picocolors.createColors(color);
  const colors = { ok: green, warning: yellow, error: red, skipped: dim };
  const lines = findings.flatMap(({ about, status, message, remedies }) => {
    // A target and a config choose much of this.
    const [first = '', ...rest] = visible(message)
      .split('\n')
      .flatMap((line, index) =>
        wrap(index === 0 ? `${oneLine(about)}: ${line}` : line, {
          width,
          first: '    ',
          rest: '    ',
        }),
      );
    return [
      `  ${colors[status](signs[status])} ${first.trimStart()}`,
      ...rest,
      ...remedies.flatMap((remedy) =>
        wrap(visible(remedy), { width, first: '    → ', rest: '      ' }),
      ),
    ];
  });
  return [
    ...(target === undefined ? [] : [bold(oneLine(target))]),
    ...lines,
    verdicts[outcome],
  ].join('\n');
}
