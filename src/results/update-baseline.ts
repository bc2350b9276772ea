import { createRequire } from 'node:module';
import type { Document, YAMLSeq } from 'yaml';
import type { Result } from '../../schemas/generated/result.js';
import { countsWhenFailed } from '../engine/run/result/verdict.js';
import type { BaselineContext } from './apply-baseline.js';
import type { BaselineEntry } from './baseline.js';
import { stateOf } from './baseline-state.js';
import { keptOf } from './kept-inputs.js';

// The YAML parser is loaded when it is first used, as everywhere.
const require = createRequire(import.meta.url);

/** How many days a new entry is valid: somebody has to decide about what a command wrote. */
const daysOfGrace = 30;

/** The reason of a new entry, until somebody writes one. */
export const unexplained = 'not explained yet';

const introduction = ` Known failures, which don't fail a run. Each needs a reason that its owner stands by;
 an entry without one must be explained, or its failure fixed, by its last day.`;

/** A baseline's new text, and what changed in it. */
export interface UpdatedBaseline {
  text: string;
  added: BaselineEntry[];
  removed: BaselineEntry[];
}

/**
 * Brings a baseline up to date with a run: stale entries go, failures that aren't listed are added, without
 * a reason and for 30 days, with the input that failed if it is one of many. All else stays as it was written, comments too.
 *
 * @param text The baseline until now, which is valid; undefined when there is none.
 * @param known Its entries, in their order.
 */
export function updateBaseline(
  text: string | undefined,
  known: readonly BaselineEntry[],
  result: Result,
  { strict, targets, catalogue }: BaselineContext,
): UpdatedBaseline {
  const yaml = require('yaml') as typeof import('yaml');
  const { Document, parseDocument } = yaml;
  const document: Document = text === undefined ? new Document({ known: [] }) : parseDocument(text);
  if (text === undefined) document.commentBefore = introduction;
  const list = document.get('known') as YAMLSeq;
  const stale = known.map(
    (entry) => stateOf(entry, { result, targets, catalogue }).state === 'stale',
  );
  list.items = list.items.filter((_, index) => !stale[index]);
  const removed = known.filter((_, index) => stale[index]);
  const kept = known.filter((_, index) => !stale[index]);
  const rewrite = (value: unknown) => {
    const written = Buffer.from(
      yaml.stringify([value], { aliasDuplicateObjects: false, lineWidth: 0 }),
    );
    return (yaml.parse(written.toString()) as unknown[])[0];
  };
  const added = newEntries(kept, result, strict, rewrite);
  const unchanged = text !== undefined && removed.length + added.length === 0;
  const titles = new Map(result.requirements.map(({ id, title }) => [id, title]));
  // An empty list is written in brackets, and a list in brackets can't have comments.
  if (added.length > 0 && list.items.length === 0) list.flow = false;
  for (const entry of added) {
    const node = document.createNode(entry, { aliasDuplicateObjects: false });
    node.commentBefore = ` ${titles.get(entry.check) ?? entry.check}`;
    list.add(node);
  }
  return {
    // A file that hasn't changed keeps its layout.
    text: unchanged ? text : document.toString({ lineWidth: 0 }),
    added,
    removed,
  };
}

function newEntries(
  known: readonly BaselineEntry[],
  { run, targets }: Result,
  strict: boolean,
  rewrite: (value: unknown) => unknown,
): BaselineEntry[] {
  const last = new Date(Date.parse(run.startedAt) + daysOfGrace * 86_400_000);
  const expires = last.toISOString().slice(0, 10);
  return targets.flatMap(({ name, checks }) =>
    checks
      .filter((check) => check.outcome === 'failed' && countsWhenFailed(check, strict))
      .filter(({ id }) => !known.some(({ target, check }) => target === name && check === id))
      .map(({ id, counterexample }) => ({
        ...{ target: name, check: id, reason: unexplained, expires },
        ...(counterexample && { input: keptOf(counterexample, rewrite) }),
      })),
  );
}
