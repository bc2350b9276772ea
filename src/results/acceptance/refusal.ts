/** What each code of a refusal says. A code, once released, keeps its meaning. */
export const refusalCodes = {
  // The run
  stale: 'the run ended longer ago than the policy allows',
  'in-future': 'the run ended later than now',
  shallow: 'the run was less deep than the policy asks for',
  interrupted: 'the run ended before its last check',
  recovered: 'the result was made from the journal of a run that was killed',
  'other-version': 'a version of the tool made it that the policy does not list',
  'other-catalogue': 'it was judged by another catalogue of requirements',

  // The signature
  unsigned: 'there is no attestation, and the policy asks for one',
  'other-signer': 'a key signed it that the policy does not list',
  'signature-invalid': 'the attestation does not hold for this result',

  // What the result says of itself
  'verdict-changed': 'a verdict or count is not the one of its outcomes',
  'level-changed': 'a check has another level than catalogue and profile give it',

  // The target
  'other-target': 'no target of the result has the base URL',
  'other-role': 'the target was tested in another role',
  'other-profile': 'the target was judged by another profile',
  overridden: 'the profile has the right name, and other values',

  // The requirements
  filtered: 'requirements were left out by --only or --skip',
  'shard-missing': 'requirements are in a shard that is not here',
  missing: 'requirements are not in the result, and nothing in it says why',
  'control-refused': 'the valid request of a service was not accepted',
  failed: 'requirements failed',
  baselined: 'requirements failed, and the baseline of the run excuses them',
  undecided: 'requirements could not be judged',
  untested: 'requirements were not tested',
  'nothing-passed': 'no requirement of a service passed',
} as const;

/** Names why a result is not accepted, for programs. */
export type RefusalCode = keyof typeof refusalCodes;

/** One reason why a result is not accepted. */
export interface Refusal {
  code: RefusalCode;
  /** The target's name in the result, or the base URL that the policy asks for. */
  target?: string;
  /** In words. */
  what: string;
  /** The requirements that it is about. */
  checks?: RefusedCheck[];
}

/** A requirement that doesn't hold, and what the result says of it. */
export interface RefusedCheck {
  id: string;
  /** Absent if the requirement isn't in the result. */
  message?: string;
}
