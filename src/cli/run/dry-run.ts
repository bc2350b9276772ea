import { areaOf } from '../../../reports/shared/group.js';
import { seedWords } from '../../../reports/shared/seed-words.js';
import type { RunPlan, TargetPlan } from '../../engine/plan/plan.js';
import type { CheckForecast, TargetForecast } from '../../engine/run/forecast-run.js';

/** What a run would send, as text; `forecasts` are of the plan's targets, in their order. */
export function dryRunText(plan: RunPlan, forecasts: readonly TargetForecast[]): string {
  const { targets, depth } = plan;
  const head = `Nothing was sent. With depth ${depth} and seed ${seedWords(plan)}, a run against a target that conforms sends:`;
  const parts = targets.map((target, index) =>
    targetText(target, forecasts[index] ?? { checks: [], requests: 0, carriedOut: 0 }),
  );
  return [head, ...parts].join('\n\n');
}

function targetText(target: TargetPlan, { checks, carriedOut }: TargetForecast): string {
  const areas = new Map<string, { checks: number; requests: number }>();
  for (const { id, requests } of checks) {
    const area = areas.get(areaOf(id)) ?? { checks: 0, requests: 0 };
    areas.set(areaOf(id), {
      checks: area.checks + 1,
      requests: area.requests + requests,
    });
  }
  const total = [...areas.values()].reduce((sum, { requests }) => sum + requests, 0);
  const rows: Row[] = [
    ['area', 'checks', 'requests'],
    ...[...areas].map(
      ([area, { checks, requests }]): Row => [area, String(checks), String(requests)],
    ),
    ['in all', String(checks.length), String(total)],
  ];
  const { name, profile, baseUrl, notes } = target;
  return [
    `${name}: profile ${profile.name}, ${baseUrl}`,
    ...notes.map((note) => `  note: ${note}`),
    ...tableLines(rows),
    ...shrinkLines(checks),
    ...callLines(target, checks, carriedOut),
    ...codeLines(checks),
    ...rateLines(target, total),
  ]
    .map((line) => `${line}\n`)
    .join('')
    .trimEnd();
}

/** What failures add: a conforming target gets none of it. */
function shrinkLines(checks: readonly CheckForecast[]): string[] {
  const most = Math.max(0, ...checks.map(({ shrinks }) => shrinks));
  if (most === 0) return [];
  const count = checks.filter(({ shrinks }) => shrinks > 0).length;
  const each =
    count === 1 ? 'if its property fails' : `for each of its ${count} properties that fails`;
  return [`  up to ${most} more ${each}, to find a smaller counterexample`];
}

/** How often the service that the config names is called: the calls may have effects. */
function callLines(
  { transaction }: TargetPlan,
  checks: readonly CheckForecast[],
  carriedOut: number,
): string[] {
  if (!transaction) return [];
  const calls = checks
    .filter(({ id }) => id.startsWith('transaction/'))
    .reduce((sum, { requests, tokens }) => sum + requests - tokens, 0);
  const { method, path, serviceCode } = transaction;
  const service = `${method} ${path.split('?', 1)[0]} (service ${serviceCode})`;
  return calls === 0
    ? []
    : [`  ${calls} ${calls === 1 ? 'call' : 'calls'} of ${service}, ${carriedOut} carried out`];
}

type Row = [string, string, string];

function tableLines(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([area]) => area.length));
  return rows.map(
    ([area, checks, requests]) =>
      `  ${area.padEnd(width)}  ${checks.padStart(6)}  ${requests.padStart(16)}`,
  );
}

function codeLines(checks: readonly CheckForecast[]): string[] {
  const needed = checks.reduce((sum, { codes }) => sum + codes, 0);
  return needed === 0 ? [] : [`  authorization codes used: ${needed}`];
}

function rateLines({ limits: { rate } }: TargetPlan, total: number): string[] {
  if (rate === null) return [];
  return [`  at ${rate} requests a second: at least ${Math.ceil(total / rate)} s`];
}
