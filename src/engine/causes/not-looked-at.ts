import { say } from '../../messages/message.js';
import type { FaultClass } from '../../protocol/fault-classes.js';
import { allFailed, type Cause, type Findings, type JudgedCheck, judgedChecks } from './cause.js';

/** Of fewer checks that fail alike it isn't said that nothing at all is refused. */
const leastOfService = 8;

/** What a target doesn't look at, if whatever is wrong with it is granted. */
const parts: readonly {
  id: string;
  classes: readonly FaultClass[];
  /** Area of the checks; any if absent. */
  area?: string;
  least: number;
  /** Ids of further checks that fail for the same cause. */
  also?: RegExp;
  says: Parameters<typeof say>[0] & `run/causes-of-findings/${string}`;
}[] = [
  {
    id: 'signatures-not-checked',
    classes: ['invalid-signature'],
    least: 3,
    // They forge a signature too, and send more than that.
    also: /\/(?:signature\/refuses-.*|timestamp\/exact-text-is-signed)$/,
    says: 'run/causes-of-findings/signatures-not-checked',
  },
  {
    id: 'tokens-not-checked',
    classes: ['invalid-token', 'invalid-customer-token'],
    least: 2,
    says: 'run/causes-of-findings/tokens-not-checked',
  },
  {
    id: 'clients-not-looked-up',
    classes: ['unknown-client'],
    least: 2,
    says: 'run/causes-of-findings/clients-not-looked-up',
  },
  {
    id: 'timestamp-not-parsed',
    classes: ['timestamp-format'],
    least: 3,
    says: 'run/causes-of-findings/timestamp-not-parsed',
  },
  {
    id: 'body-not-read',
    area: 'body',
    classes: ['malformed-body', 'missing-field', 'field-format', 'grant-type'],
    least: 3,
    says: 'run/causes-of-findings/body-not-read',
  },
];

/** Causes of checks that fail since nothing of a kind is refused, what lets an attacker in first. */
export function notLookedAt(findings: Findings): Cause[] {
  const judged = judgedChecks(findings);
  const refusing = judged.filter(({ placed }) => placed.check.refuses);
  const services = [...new Set(refusing.map(serviceOf))];
  return services.flatMap((service): Cause[] => {
    const own = refusing.filter((each) => serviceOf(each) === service);
    const all = allFailed(own, leastOfService);
    if (all)
      return [
        {
          id: 'nothing-refused',
          message: say('run/causes-of-findings/nothing-refused', { service }),
          checks: all,
        },
      ];
    const others = judged
      .filter((each) => serviceOf(each) === service)
      .map(({ placed }) => placed.id);
    return parts.flatMap(({ id, says, least, also, ...part }): Cause[] => {
      const checks = allFailed(
        own.filter((each) => isOf(each, part)),
        least,
      );
      if (!checks) return [];
      const further = others.filter((other) => also?.test(other) && !checks.includes(other));
      return [{ id, message: say(says, { service }), checks: [...checks, ...further] }];
    });
  });
}

function isOf(
  { placed: { area, check } }: JudgedCheck,
  part: { classes: readonly FaultClass[]; area?: string },
): boolean {
  const fits = part.area === undefined || area.id.endsWith(`/${part.area}`);
  return fits && check.refuses !== undefined && part.classes.includes(check.refuses);
}

function serviceOf({ placed }: JudgedCheck): string {
  return placed.area.service.adapter.id;
}
