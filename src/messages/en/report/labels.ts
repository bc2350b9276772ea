/** The words of the reports that are one text: names of lines, headings and outcomes. */
export const reportLabels = {
  'report/outcome/failed': () => 'failed',
  'report/outcome/warning': () => 'warning',
  'report/outcome/warnings': () => 'warnings',
  'report/outcome/cantTell': () => "can't tell",
  'report/outcome/passed': () => 'passed',
  'report/outcome/untested': () => 'not tested',
  'report/outcome/inapplicable': () => 'inapplicable',

  'report/line/requirement': () => 'Requirement',
  'report/line/sent': () => 'Sent',
  'report/line/expected': () => 'Expected',
  'report/line/got': () => 'Came back',
  'report/line/found': () => 'Found',
  'report/line/cause': () => 'Cause',
  'report/line/likely-cause': () => 'Likely cause',
  'report/line/remedy': () => 'Remedy',
  'report/line/replay': () => 'Replay',

  'report/problem/verdict': () => 'Every part of the run is there, and something in it passed',
  'report/problem/control': () => 'The valid request is accepted, on which every check rests',
  'report/problem/stale': ({ message }: { message: string }) => `stale entry: ${message}`,
  'report/problem/expired': ({ message }: { message: string }) => `expired entry: ${message}`,
  'report/problem/warned': ({ level }: { level: string }) => `Warning: a ${level} is not kept.`,
  'report/problem/interrupted': () => 'The run was interrupted: what follows is part of it.',

  'report/run/left-out': ({ targets }: { targets: string[] }) =>
    `${targets.length === 1 ? 'target' : 'targets'} left out: ${targets.join(', ')}`,
  'report/run/recovered': ({ checks, whole }: { checks: number; whole: boolean }) =>
    `The run was killed, and this was recovered from its journal: ${
      whole
        ? 'all its checks were done'
        : `${checks} ${checks === 1 ? 'check was' : 'checks were'} done by then, the others are untested`
    }.`,
  'report/run/seed': ({
    seed,
    from,
  }: {
    seed: number;
    from: 'default' | 'given' | 'random' | undefined;
  }) => (from === undefined ? String(seed) : `${seed} (${from})`),
  'report/run/facts': ({
    tool,
    seed,
    depth,
    finished,
  }: {
    tool: string;
    seed: string;
    depth: string;
    finished: string;
  }) => `${tool}, seed ${seed}, depth ${depth}, finished ${finished}`,

  'report/markdown/title': () => 'SNAP conformance',
  'report/markdown/interrupted': () => 'The run was interrupted: this is part of it.',
  'report/markdown/verdict': ({ name, verdict }: { name: string; verdict: string }) =>
    `${name} is ${verdict}`,
  'report/markdown/columns': () =>
    "Target | Profile | Verdict | Failed | Warnings | Can't tell | Passed | Not tested | Requests",
  'report/markdown/warnings': () => 'Warnings',
  'report/markdown/cant-tell': () => "Can't tell",
  'report/markdown/known': () => 'Known failures',
  'report/markdown/findings': ({ count }: { count: number }) =>
    count === 1 ? '1 finding' : `${count} findings`,
  'report/markdown/no-room': ({ count }: { count: number }) =>
    `${count} more ${count === 1 ? 'problem has' : 'problems have'} no room here: the HTML report has them all.`,

  'report/github/interrupted': () => 'Interrupted',
  'report/github/part': () => 'This is part of the run.',
  'report/github/recovered': () => 'Recovered',
  'report/github/more': () => 'And more',
  'report/github/rest': ({ rest }: { rest: number }) =>
    `${rest} more of this kind: see the report's other formats.`,

  'report/console/interrupted': () => 'interrupted: this is part of the run',
  'report/console/service': ({ service }: { service: string }) => `service ${service}`,
  'report/console/effort': ({ requests, seconds }: { requests: number; seconds: string }) =>
    `${requests} requests in ${seconds} s`,
  'report/console/likely-causes': () => 'Likely causes:',
  'report/console/note': () => 'note',
  'report/console/causes': ({ count }: { count: number }): string =>
    count === 1 ? 'cause' : 'causes',
  'report/console/cause': ({ message, findings }: { message: string; findings: number }) =>
    `${message} (${findings} ${findings === 1 ? 'finding' : 'findings'})`,
  'report/console/and': ({ ids }: { ids: string[] }) => `and ${ids.join(', ')}`,
  'report/console/sent': () => 'sent',
  'report/console/expected': () => 'expected',
  'report/console/got': () => 'got',
  'report/console/known': () => 'known',
  'report/console/replay': () => 'replay',
  'report/console/contradictions': () => 'contradictions of the document',
  'report/console/follows': ({ summary, followed }: { summary: string; followed: string[] }) =>
    `${summary} The target follows ${followed.join(' and ')}.`,
};
