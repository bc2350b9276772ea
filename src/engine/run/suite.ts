import { describe, inject, test } from 'vitest';
import { loadCatalogue, useOwnRequirements } from '../catalogue/catalogue.js';
import { chooseIds } from '../catalogue/choose.js';
import type { Check } from '../checks/check.js';
import type { CustomSuite } from '../config/custom-suites.js';
import type { Service, ServiceId } from '../session/service.js';
import { sessionFor } from '../session/sessions.js';
import { runCheck } from './run-check.js';

/** Long enough for a paced property with retries; the client bounds each request itself. */
const timeoutMs = 30 * 60_000;

/**
 * Registers the checks of one area as vitest tests, once for each target of the plan. The outcome travels
 * in `task.meta.snap`; a failed check also fails its test, and one that can't judge is skipped, so that a
 * plain vitest run of the suites says the same.
 *
 * @param area Last part of the area's id, `timestamp`; or the whole of it where requests of this service
 * show whether another keeps its word, `token-b2b/expiry`.
 */
export function suite<S extends ServiceId>(
  service: Service<S>,
  area: string,
  checks: readonly Check<S>[],
): void {
  const plan = inject('snapPlan');
  const own = plan.suites ?? [];
  if (own.length > 0) useOwnRequirements(own);
  const prefix = area.includes('/') ? area : `${service.adapter.id}/${area}`;
  requireKnown(prefix, checks, own);
  for (const target of plan.targets) {
    const chosen = new Set(chooseIds([...loadCatalogue().keys()], plan, target));
    describe(target.name, () => {
      const run = checks
        .map((check) => ({ check, id: `${prefix}/${check.name}` }))
        .filter(({ id }) => chosen.has(id));
      for (const { check, id } of run) {
        const closing = id === run.at(-1)?.id;
        test(id, { timeout: timeoutMs }, async (context) => {
          const report = await runCheck(
            sessionFor(target, service, plan),
            check,
            id,
            plan,
            closing,
          );
          context.task.meta.snap = report;
          const { outcome, message } = report.check;
          if (outcome === 'failed') throw new CheckFailed(message);
          if (outcome !== 'passed') context.skip(`${outcome}: ${message}`);
        });
      }
    });
  }
}

/** A check without a requirement would never run, and nobody would know: in a suite of the user's own it is told. */
function requireKnown(
  area: string,
  checks: readonly { name: string }[],
  own: readonly CustomSuite[],
): void {
  if (!own.some(({ content }) => content.area === area)) return;
  const unknown = checks.find(({ name }) => !loadCatalogue().has(`${area}/${name}`));
  if (unknown) throw new Error(`the check ${area}/${unknown.name} has no requirement`);
}

class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
  // Where in our code it was noticed says nothing about the target.
  override stack = '';
}
