import { resolve } from 'node:path';
import type { Result } from '../../../schemas/generated/result.js';
import type { History } from '../../../schemas/history.js';
import { sha256 } from '../../engine/catalogue/digest.js';
import { readResult } from '../read-result.js';
import { findResults } from './find-results.js';
import { historyOf, type StoredResult } from './history-of.js';

/** A history, and the files that were left out of it because they hold the same result as another. */
export interface ReadHistory {
  history: History;
  copies: string[];
}

/**
 * Reads the results that files and folders hold.
 *
 * @throws InputProblem when one of them is invalid, or there is none.
 */
export function readHistory(named: readonly string[]): ReadHistory {
  const stored: StoredResult[] = [];
  const copies: string[] = [];
  const seen = new Set<string>();
  for (const file of findResults(named)) {
    const { text, result } = readResult(resolve(file), file);
    const digest = sha256(text);
    if (seen.has(digest)) {
      copies.push(file);
      continue;
    }
    seen.add(digest);
    stored.push({ file, result: withoutEvidence(result) });
  }
  return { history: historyOf(stored), copies };
}

/** What a history needs of a result: a hundred of them would not fit into memory with all evidence. */
function withoutEvidence(result: Result): Result {
  const failed = new Set(
    result.targets.flatMap(({ checks }) =>
      checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
    ),
  );
  return {
    ...result,
    exchanges: [],
    requirements: result.requirements.filter(({ id }) => failed.has(id)),
    targets: result.targets.map((target) => ({
      ...target,
      checks: target.checks.map(({ id, level, outcome, message, notReached, known }) => ({
        ...{ id, level, outcome, message, sources: [], exchanges: [] },
        ...(notReached && { notReached }),
        ...(known && { known }),
      })),
    })),
  };
}
