import type { CheckResult, Result } from '../../schemas/generated/result.js';
import { shippedCatalogue } from '../engine/catalogue/catalogue.js';
import { suggestion } from '../engine/input/nearest-name.js';
import type { BaselineEntry } from './baseline.js';

/** What an entry of a baseline means for one run. */
export type EntryState =
  /** Its check failed: a known failure. */
  | { state: 'holds' }
  /** It no longer applies, or it has expired; the message says which. */
  | { state: 'stale' | 'expired'; message: string }
  /** Its check was neither passed nor failed in this run, or wasn't in it. */
  | { state: 'idle' };

/** Ids of checks, as a catalogue or as a set. */
export type KnownChecks = Pick<ReadonlySet<string>, 'has' | 'keys'>;

/** A run that entries are compared with. */
export interface BaselineScope {
  result: Pick<Result, 'run' | 'targets'>;
  /** Names of all targets that there are, whether they ran or not; undefined when that isn't known. */
  targets?: readonly string[] | undefined;
  /** The requirements that an entry may name; by default the shipped ones. */
  catalogue?: KnownChecks | undefined;
}

/**
 * Compares one entry with a run. One that keeps an input goes by that input alone. An entry holds through its last day, by UTC at the run's
 * start.
 */
export function stateOf(entry: BaselineEntry, scope: BaselineScope): EntryState {
  const { result, targets, catalogue = shippedCatalogue() } = scope;
  const { target, check, expires } = entry;
  if (targets && !targets.includes(target)) {
    return stale(`there is no target "${target}". ${suggestion(target, targets)}`);
  }
  if (!catalogue.has(check)) {
    const near = suggestion(check, [...catalogue.keys()]);
    return stale(`there is no such check. ${near.startsWith('Did') ? near : ''}`.trim());
  }
  const found = checkOf(result, entry);
  switch (found && outcomeOf(entry, found)) {
    case 'unusable':
      return stale('its input is none of this check any more');
    case 'passed':
      if (!entry.input || !found?.keptInput) return stale('the check passes now');
      return stale(
        found.outcome === 'failed'
          ? 'its input passes now; the check fails for another one'
          : 'its input passes now',
      );
    case 'failed':
      return expires !== undefined && expires < result.run.startedAt.slice(0, 10)
        ? { state: 'expired', message: `its last day was ${expires}, and the check still fails` }
        : { state: 'holds' };
    default:
      return { state: 'idle' };
  }
}

/**
 * How an entry's own input came out, or its check if it has none. What the check couldn't judge, its input can't have
 * shown.
 */
function outcomeOf(
  { input }: BaselineEntry,
  { outcome, keptInput }: CheckResult,
): CheckResult['outcome'] | 'unusable' {
  const judged = outcome === 'passed' || outcome === 'failed';
  return input && keptInput && judged ? keptInput.outcome : outcome;
}

function checkOf(
  { targets }: BaselineScope['result'],
  { target, check }: BaselineEntry,
): CheckResult | undefined {
  return targets.find(({ name }) => name === target)?.checks.find(({ id }) => id === check);
}

function stale(message: string): EntryState {
  return { state: 'stale', message };
}
