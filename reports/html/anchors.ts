import type { Result, TargetResult } from '../../schemas/generated/result.js';

/** The ids of the page's parts, which its links lead to: `#<target>/<check id>` opens a check. */
export interface Anchors {
  /** Id of the part of a target: a check id, `checks`, `control`, ... */
  of(target: TargetResult, part: string): string;
  /** The link to it. */
  to(target: TargetResult, part: string): string;
  /** Id of a contradiction; its name may hold any characters. */
  ofContradiction(target: TargetResult, id: string): string;
  toContradiction(target: TargetResult, id: string): string;
}

/**
 * Ids without white space, which differ even if two targets share a name. A browser looks for a fragment as it is
 * written before it decodes it, so an id may hold percent-encoded characters.
 */
export function anchorsFor(result: Result): Anchors {
  const names = new Map<TargetResult, string>();
  const taken = new Set<string>();
  for (const target of result.targets) {
    const plain = encoded(target.name) || 'target';
    let name = plain;
    for (let count = 2; taken.has(name); count += 1) name = `${plain}~${count}`;
    taken.add(name);
    names.set(target, name);
  }
  const of: Anchors['of'] = (target, part) => `${names.get(target)}/${part}`;
  const ofContradiction: Anchors['ofContradiction'] = (target, id) =>
    of(target, `contradictions/${encoded(id)}`);
  return {
    of,
    to: (target, part) => `#${of(target, part)}`,
    ofContradiction,
    toContradiction: (target, id) => `#${ofContradiction(target, id)}`,
  };
}

function encoded(name: string): string {
  return encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, '')).replaceAll("'", '%27');
}
