import { wrap } from '../../../reports/console/wrap.js';
import { describeAnswer, describeSent } from '../../../reports/shared/describe-exchange.js';
import type { Config } from '../../../schemas/generated/config.js';
import type { Result, TargetResult } from '../../../schemas/generated/result.js';
import {
  type ConfiguredSandbox,
  freshClients,
  startConfiguredSandbox,
} from '../../api/configured-sandbox.js';
import { shippedSuites } from '../../api/shipped-suites.js';
import { configOf } from '../../engine/config/config.js';
import { planTarget } from '../../engine/config/plan-target.js';
import { run } from '../../engine/run/run.js';
import type { AnyFault } from '../../sandbox/faults/fault.js';
import { faultsTripping } from '../shared/fault-names.js';
import type { Terminal } from '../shared/terminal.js';

/**
 * What a check sends and what comes back, as text: it is run alone against a sandbox that conforms, and
 * one with the fault that trips it.
 */
export async function probeText(id: string, { width }: Terminal): Promise<string> {
  const fault = faultsTripping(id).find(
    ({ tls, slow, merchant }) => tls === undefined && !slow && !merchant,
  );
  const clients = await freshClients();
  const profile = fault?.profile ?? 'snap-bi';
  const started: ConfiguredSandbox[] = [];
  const start = async (name: string, faults: readonly AnyFault[]) =>
    started.push(await startConfiguredSandbox({ name, profile, clients, faults }));
  try {
    await start('a server that conforms', []);
    if (fault) await start(`one with the fault ${fault.name}`, [fault]);
    const config = { targets: started.map(({ target }) => target) } as Config;
    const loaded = configOf(config, 'the example', process.cwd(), {});
    const result = await run({
      suites: shippedSuites(),
      targets: config.targets.map((_, index) => planTarget(loaded, index)),
      ...{ seed: 0, depth: 'quick', only: [id], skip: [], replay: [] },
    });
    return result.targets.flatMap((target) => targetLines(target, result, width)).join('\n');
  } finally {
    await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  }
}

function targetLines({ name, checks }: TargetResult, result: Result, width: number): string[] {
  const [check] = checks;
  if (!check) return [];
  const exchanges = check.exchanges.flatMap(
    (id) => result.exchanges.find((each) => each.id === id) ?? [],
  );
  return [
    `  ${name}:`,
    ...exchanges.flatMap((exchange) => [
      ...wrap(describeSent(exchange), { width, first: '    → ', rest: '      ' }),
      ...wrap(describeAnswer(exchange), { width, first: '    ← ', rest: '      ' }),
    ]),
    ...wrap(`${check.outcome}: ${check.message}`, { width, first: '    ', rest: '      ' }),
  ];
}
