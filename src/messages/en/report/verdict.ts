/** What reports say of the verdict of a target. */
export const reportVerdict = {
  'report/verdict/conformant': () => 'conformant',
  'report/verdict/non-conformant': () => 'non-conformant',
  'report/verdict/inconclusive': () => 'inconclusive',
  'report/verdict/with-known': ({ verdict, known }: { verdict: string; known: number }) =>
    `${verdict} with ${known} known ${known === 1 ? 'failure' : 'failures'}`,
  'report/verdict/of-file': ({ stored }: { stored: string }) =>
    ` by its outcomes (the file states: ${stored})`,
  'report/verdict/in-part': ({ chosen, all }: { chosen: number; all: number }) =>
    `in the ${chosen} of ${all} checks chosen`,
  'report/verdict/because': ({ why }: { why: string }) => `, because ${why}`,
  'report/verdict/no-must-passed': () => 'no MUST passed',
  'report/verdict/no-check-passed': () => 'no check passed',
  'report/verdict/shards-missing': ({ missing, count }: { missing: number[]; count: number }) => {
    const [shards, are] = missing.length === 1 ? ['shard', 'is'] : ['shards', 'are'];
    return `${shards} ${missing.join(', ')} of ${count} ${are} missing`;
  },
  /** `reasons` are the commonest of them, `rest` counts the others. */
  'report/verdict/untested': ({
    verdict,
    untested,
    reasons,
    rest,
  }: {
    verdict: string;
    untested: number;
    reasons: string[];
    rest: number;
  }) => {
    const others = rest > 0 ? ` and ${rest} other ${rest === 1 ? 'reason' : 'reasons'}` : '';
    return `${verdict}, ${untested} not tested: ${reasons.join(', ')}${others}`;
  },
  'report/verdict/known-failure': ({
    reason,
    until,
    owner,
  }: {
    reason: string;
    until: string | undefined;
    owner: string | undefined;
  }) =>
    `known failure${until === undefined ? '' : ` until ${until}`}: ${reason}${owner === undefined ? '' : ` (${owner})`}`,
};
