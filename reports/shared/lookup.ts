import type {
  CheckResult,
  Exchange,
  RequirementText,
  Result,
  TargetResult,
} from '../../schemas/generated/result.js';
import type { Language } from '../../src/messages/message.js';

/** Finds what a result names by id. */
export interface Lookup {
  /** The language of the report. */
  lang: Language;
  requirement(id: string): RequirementText | undefined;
  /**
   * The exchanges that a check rests on, in their order; ids that the result doesn't have are left out. They are looked
   * up by target too: in a merged result, two targets may have the same id.
   */
  exchangesOf(target: TargetResult, check: Pick<CheckResult, 'exchanges'>): Exchange[];
  /** Every exchange of a target. */
  exchangesOfTarget(target: TargetResult): Exchange[];
  /**
   * The exchange that decided a check: the last probe, because a shrunk counterexample comes after the probe that found
   * it; if there is no probe, the last control.
   */
  decisive(target: TargetResult, check: Pick<CheckResult, 'exchanges'>): Exchange | undefined;
}

/** Indexes a result once, for everything that is rendered from it. */
export function lookUp(result: Result, lang: Language = 'en'): Lookup {
  const requirements = new Map(result.requirements.map((entry) => [entry.id, entry]));
  const exchanges = new Map(result.exchanges.map((entry) => [key(entry.target, entry.id), entry]));
  const exchangesOf: Lookup['exchangesOf'] = (target, check) =>
    [...new Set(check.exchanges)].flatMap((id) => exchanges.get(key(target.name, id)) ?? []);
  return {
    lang,
    requirement: (id) => requirements.get(id),
    exchangesOf,
    exchangesOfTarget: (target) =>
      [...exchanges.values()].filter((entry) => entry.target === target.name),
    decisive: (target, check) => {
      const all = exchangesOf(target, check);
      return all.findLast((exchange) => exchange.purpose === 'probe') ?? all.at(-1);
    },
  };
}

function key(target: string, id: string): string {
  return `${id} ${target}`;
}
