import type { Suites } from '../../engine/checks/suites.js';
import type { ResultFile } from '../attestation.js';
import { parseResult } from '../read-result.js';
import { askedRequirements } from './asked-requirements.js';
import { type JudgedChecks, judgeChecks } from './judge-checks.js';
import { judgeRun } from './judge-run.js';
import { judgeSignature } from './judge-signature.js';
import { findTargets } from './judge-target.js';
import type { LoadedPolicy } from './policy.js';
import type { Refusal } from './refusal.js';

/** A target that a policy asked for, and what of it holds. */
export interface AcceptedTargetResult extends Omit<JudgedChecks, 'refusals'> {
  name: string;
  baseUrl: string;
  profile: string;
  services: string[];
}

/** The answer to a result, with all reasons. */
export interface Acceptance {
  accepted: boolean;
  refusals: Refusal[];
  targets: AcceptedTargetResult[];
  /** Whose key signed it; absent if no signature was asked for, or none holds. */
  signedBy?: string;
  /** What is not judged, in words. */
  notes: string[];
}

/** What the answer goes by besides the result. */
export interface AcceptanceContext {
  policy: LoadedPolicy;
  suites: Suites;
  /** The bytes of the result's attestation, if there is one. */
  attestation?: Buffer | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Whether a policy takes a result. Computed from the outcomes, the catalogue and the policy's profile; no verdict,
 * count or level that the result states is believed.
 *
 * @throws InputProblem when the file is not a result.
 */
export function acceptResult(file: ResultFile, context: AcceptanceContext): Acceptance {
  const { policy: loaded, suites, attestation, now } = context;
  const { policy, catalogueDigest } = loaded;
  const result = parseResult(file.bytes.toString('utf8'), file.file);
  const signature = judgeSignature(file, attestation, loaded);
  const refusals = judgeRun(result, loaded, now);
  if ('refusal' in signature) refusals.push(signature.refusal);
  const targets: AcceptedTargetResult[] = [];
  for (const wanted of loaded.targets) {
    const { found, refusals: reasons } = findTargets(result, wanted);
    refusals.push(...reasons);
    const overridden = new Set(reasons.map(({ target }) => target));
    const asked = askedRequirements(policy, wanted, suites);
    for (const target of found) {
      // The token services of a further service are tested at the target that it belongs to, which is asked for them.
      const further = found.some(
        ({ name, partOf }) => name === target.partOf && partOf === undefined,
      );
      const ofTarget = asked.filter(({ service }) => !further || service === 'transaction');
      const { refusals: ofChecks, ...judged } = judgeChecks(target, ofTarget, {
        ...{ policy, catalogue: suites.catalogue, now },
        interrupted: result.run.interrupted,
        sameRules: result.run.catalogueDigest === catalogueDigest && !overridden.has(target.name),
      });
      refusals.push(...ofChecks);
      const { name, baseUrl, profile } = target;
      targets.push({
        name,
        baseUrl,
        profile,
        services: wanted.services.filter((service) => !further || service === 'transaction'),
        ...judged,
      });
    }
  }
  const judged = new Set(targets.map(({ name }) => name));
  const others = result.targets.map(({ name }) => name).filter((name) => !judged.has(name));
  return {
    accepted: refusals.length === 0,
    refusals,
    targets,
    ...('signedBy' in signature && { signedBy: signature.signedBy }),
    notes: [
      ...('unverified' in signature ? [unsigned] : []),
      ...('signedBy' in signature ? [ownSignature(signature.signedBy)] : []),
      ...(others.length > 0
        ? [`not judged, for the policy doesn't name them: ${others.join(', ')}`]
        : []),
    ],
  };
}

const unsigned =
  'the policy names no signer: nothing shows whether the result was changed after its run';

function ownSignature(name: string): string {
  return `signed by ${name}: the result is as that key's holder had it, which doesn't show that the run was honest`;
}
