/** What a run tells on the terminal as it goes, and at its end. */
export const cliRun = {
  'cli/run/begins': ({ checks, depth, seed }: { checks: number; depth: string; seed: string }) =>
    `${checks} ${checks === 1 ? 'check' : 'checks'}, depth ${depth}, seed ${seed}`,
  'cli/run/stopping': () =>
    'Stopping; the reports will have what was found so far. A second signal stops at once.',
  'cli/run/by-npx': ({ command }: { command: string }) =>
    `This was started by npx, so the commands above begin with: ${command}`,
  'cli/run/starting': () => 'starting …',
  'cli/run/counts': ({
    done,
    total,
    requests,
    failures,
    left,
  }: {
    done: number;
    total: number;
    requests: number;
    failures: number;
    left: string;
  }) => `${done}/${total} checks, ${requests} requests, ${failures} failed, ${left}`,
  'cli/run/elapsed': ({ seconds }: { seconds: number }) => `${seconds} s`,
  'cli/run/seconds-left': ({ seconds }: { seconds: number }) => `${seconds} s left`,
  'cli/run/minutes-left': ({ minutes }: { minutes: number }) => `${minutes} min left`,
  'cli/run/check': ({ milliseconds, requests }: { milliseconds: number; requests: number }) =>
    `${milliseconds} ms, ${requests} ${requests === 1 ? 'request' : 'requests'}`,
  'cli/run/reports': () => 'Reports:',
  'cli/run/baseline-fails': ({ file }: { file: string | undefined }) =>
    `${file} fails the run. Remove stale entries, or let --update-baseline do it; give expired ones another day, or fix what fails:`,
};
