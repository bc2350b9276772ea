import type { CheckResult, Result, TargetResult } from '../../schemas/generated/result.js';
import { sha256 } from '../engine/catalogue/digest.js';

/** A thing that is identified by its digest (in-toto attestation v1, ResourceDescriptor). */
export interface ResourceDescriptor {
  name: string;
  uri?: string;
  digest?: { sha256: string };
  annotations?: Record<string, string | number>;
}

/** An in-toto statement with the predicate Test Result v0.1. */
export interface TestResultStatement {
  _type: 'https://in-toto.io/Statement/v1';
  subject: ResourceDescriptor[];
  predicateType: 'https://in-toto.io/attestation/test-result/v0.1';
  predicate: {
    result: 'PASSED' | 'WARNED' | 'FAILED';
    configuration: ResourceDescriptor[];
    /** `<target>: <check id>`, as in the lists below. No list has a check that is `cantTell` or wasn't tested. */
    passedTests: string[];
    /** Failed SHOULDs and MAYs, and known failures. */
    warnedTests: string[];
    failedTests: string[];
  };
}

/** The statement that a result file makes. @param bytes The file's. */
export function statementOf(result: Result, bytes: Buffer): TestResultStatement {
  const named = (fits: (check: CheckResult) => boolean) =>
    result.targets.flatMap(({ name, checks }) =>
      checks.filter(fits).map(({ id }) => `${name}: ${id}`),
    );
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      {
        name: 'result.json',
        digest: { sha256: sha256(bytes) },
      },
    ],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: wordFor(result),
      configuration: configurationOf(result),
      passedTests: named(({ outcome }) => outcome === 'passed'),
      warnedTests: named((check) => check.outcome === 'failed' && isWarning(check)),
      failedTests: named((check) => check.outcome === 'failed' && !isWarning(check)),
    },
  };
}

function isWarning({ level, known }: CheckResult): boolean {
  return level !== 'MUST' || known !== undefined;
}

/**
 * PASSED means that all is well, so a result that is inconclusive, interrupted or without a target is FAILED, and one
 * over a part of the checks or of the config's targets is WARNED at best.
 */
function wordFor({ run, targets }: Result): TestResultStatement['predicate']['result'] {
  const { stale = [], expired = [] } = run.baseline ?? {};
  const whole = !run.interrupted && stale.length + expired.length === 0 && targets.length > 0;
  if (!whole || targets.some(({ verdict }) => verdict !== 'conformant')) return 'FAILED';
  const warned = targets.some(({ checks }) => checks.some(({ outcome }) => outcome === 'failed'));
  const part = targets.some(isPart) || (run.targetsLeftOut ?? []).length > 0;
  return warned || part ? 'WARNED' : 'PASSED';
}

function configurationOf({ tool, run, targets }: Result): ResourceDescriptor[] {
  const { seed, seedFrom, depth, startedAt, catalogueDigest, targetsLeftOut = [], baseline } = run;
  const { recovered } = run;
  return [
    {
      name: tool.name,
      uri: `pkg:npm/${tool.name}@${tool.version}`,
      annotations: {
        version: tool.version,
        seed,
        ...(seedFrom && { seedFrom }),
        depth,
        startedAt,
        ...(targetsLeftOut.length > 0 && { targetsLeftOut: targetsLeftOut.join(', ') }),
        ...(recovered && { recovered: 'from the journal of a killed run' }),
        ...(baseline && { baseline: baseline.file }),
      },
    },
    ...described('catalogue', catalogueDigest, {}),
    ...targets.flatMap(profileOf),
  ];
}

function profileOf(target: TargetResult): ResourceDescriptor[] {
  const { name, profile, profileDigest, role, baseUrl, basis, checks, verdict } = target;
  const said = isPart(target)
    ? `${verdict} in the ${checks.length} of ${basis?.checks} checks chosen`
    : verdict;
  const annotations = { target: name, role, baseUrl, verdict: said, ...choiceOf(target) };
  return described(`profile ${profile}`, profileDigest, annotations);
}

/** True for a target that was judged by a part of the checks. */
function isPart({ basis, checks }: TargetResult): boolean {
  return basis !== undefined && checks.length < basis.checks;
}

/** What the verdict depends on, as far as it isn't the usual. */
function choiceOf({ basis }: TargetResult): Record<string, string> {
  if (!basis) return {};
  const { strict, only, skip, shards } = basis;
  return {
    ...(strict && { strict: 'true' }),
    ...(only.length > 0 && { only: only.join(', ') }),
    ...(skip.length > 0 && { skip: skip.join(', ') }),
    ...(shards && { shards: `${shards.held.join(', ')} of ${shards.count}` }),
  };
}

/** A descriptor needs a digest, and a result of an early version has none. */
function described(
  name: string,
  digest: string | undefined,
  annotations: Record<string, string>,
): ResourceDescriptor[] {
  if (digest === undefined) return [];
  return [
    {
      name,
      digest: { sha256: digest.replace(/^sha256:/, '') },
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
  ];
}
