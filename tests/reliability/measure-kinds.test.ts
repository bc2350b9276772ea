import { expect, test } from 'vitest';
import type { TargetConfig } from '../../schemas/generated/config.js';
import { packageVersion } from '../../src/engine/input/package-root.js';
import { usualTransaction } from '../../src/sandbox/transaction/usual-transaction.js';
import { profileFor } from '../support/profiles.js';
import { testCredentials } from '../support/sandbox-target.js';
import { librariesWords } from './libraries-words.js';
import { type MeasuredRun, measureRun } from './measure-run.js';
import { writeSection } from './page.js';
import { type Measured, renderKinds } from './render-kinds.js';
import type { ServerKind } from './server-kind.js';
import { allKinds } from './server-kinds.js';
import { type StartedKind, startKind } from './start-kind.js';

const timeoutMs = 1500;
/** What a run may need: for one target, and for all of them. */
const most = { one: { seconds: 45, peakMiB: 250 }, all: { seconds: 180, peakMiB: 350 } };

/** Starts a server of a kind, and says how a config tests it. */
async function configured(
  kind: ServerKind,
): Promise<{ server: StartedKind; config: TargetConfig }> {
  const clients = await testCredentials();
  const profile = profileFor('snap-bi', kind.name, {});
  const transaction = usualTransaction(profile, clients[0].clientId);
  const server = await startKind(kind, { profile, clients, transaction });
  const [client, otherClient] = clients.map(({ clientId, clientSecret, privateKey }) => ({
    ...{ clientId, clientSecret, privateKey },
  })) as [TargetConfig['client'], TargetConfig['client']];
  return {
    server,
    config: {
      ...{ name: kind.name, profile: 'snap-bi', baseUrl: server.baseUrl },
      ...{ client, otherClient, transaction },
      limits: {
        timeoutMs,
        ...(kind.concurrency !== undefined && { concurrency: kind.concurrency }),
      },
      ...(server.ca !== undefined && { tls: { ca: server.ca } }),
    },
  };
}

/** Does something with each of them, so many at a time. */
async function inLanes<T>(
  lanes: number,
  all: readonly T[],
  act: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  const lane = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** What is wrong with a run. */
function troubles(
  { result, outputs, seconds, peakMiB }: MeasuredRun,
  limits: { seconds: number; peakMiB: number },
): string[] {
  const found = (result?.targets ?? []).flatMap(({ name, verdict }) => {
    const right = allKinds.find((kind) => kind.name === name)?.right;
    return verdict === right ? [] : [`${name} is ${verdict}, ${right} is right`];
  });
  for (const [output, text] of outputs) {
    const words = librariesWords.exec(text)?.[0];
    if (words !== undefined) found.push(`${output} says ${words}`);
  }
  if (!result) found.push(`no result: ${outputs.get('stderr')}`);
  if (seconds > limits.seconds) found.push(`took ${seconds.toFixed(1)} s`);
  if (peakMiB > limits.peakMiB) found.push(`held ${peakMiB.toFixed(0)} MiB`);
  return found;
}

test.runIf(process.env['WRITE_RELIABILITY'] === '1')(
  'each kind of server by itself, and all of them in one run',
  { timeout: 3_600_000 },
  async () => {
    const each = new Map<string, Measured>();
    const wrong: string[] = [];
    const measure = async (kind: ServerKind) => {
      const { server, config } = await configured(kind);
      const run = await measureRun([config]);
      await server.close();
      const { seconds, peakMiB } = run;
      each.set(kind.name, { verdict: run.result?.targets[0]?.verdict, seconds, peakMiB });
      const found = troubles(run, most.one);
      wrong.push(...found.map((what) => `${kind.name}: ${what}`));
      console.log(kind.name, seconds.toFixed(1), peakMiB.toFixed(0), ...found);
    };
    // Runs that mostly wait don't slow each other down; the others have the machine to themselves.
    await inLanes(
      1,
      allKinds.filter(({ right }) => right !== 'inconclusive'),
      measure,
    );
    await inLanes(
      4,
      allKinds.filter(({ right }) => right === 'inconclusive'),
      measure,
    );
    const started = await Promise.all(allKinds.map(configured));
    const together = await measureRun(started.map(({ config }) => config));
    await Promise.all(started.map(({ server }) => server.close()));
    wrong.push(...troubles(together, most.all).map((what) => `together: ${what}`));
    console.log('together', together.seconds.toFixed(1), together.peakMiB.toFixed(0));
    const date = new Date().toISOString().slice(0, 10);
    const versions = `snap-conformance ${packageVersion}, Node ${process.versions.node}, ${process.platform}`;
    writeSection('Server kinds', renderKinds({ each, together, timeoutMs, date, versions }));
    expect(wrong).toEqual([]);
  },
);
