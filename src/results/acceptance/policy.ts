import { dirname, resolve } from 'node:path';
import type { Policy, PolicyTarget } from '../../../schemas/generated/policy.js';
import type { Profile } from '../../../schemas/resolved.js';
import { type Catalogue, shippedCatalogue } from '../../engine/catalogue/catalogue.js';
import { fitsPattern } from '../../engine/catalogue/choose.js';
import { catalogueDigest } from '../../engine/catalogue/digest.js';
import { notOffered } from '../../engine/catalogue/not-offered.js';
import { unknownRequirement } from '../../engine/catalogue/unknown-requirement.js';
import { requireBaseUrl } from '../../engine/config/base-url.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import type { ProblemCode } from '../../engine/input/problem-codes.js';
import { readDataFile } from '../../engine/input/read-data.js';
import { mostKeyBytes, readBytes } from '../../engine/input/reading/read-bytes.js';
import { isDay } from '../../engine/input/text.js';
import { validateInput } from '../../engine/input/validate-input.js';
import { placeIn } from '../../engine/input/yaml-positions.js';
import { loadProfile } from '../../engine/profile/profile.js';
import { KeyError } from '../../protocol/key-error.js';
import { loadVerificationKey, type SigningKey } from '../signing-key.js';

/** A target that a policy asks for. */
export interface AcceptedTarget {
  /** Without a slash at its end. */
  baseUrl: string;
  services: PolicyTarget['services'];
  profile: Profile;
}

/** Who may have signed. */
export interface AcceptedSigner {
  name: string;
  key: SigningKey;
}

/** A valid policy with what it names, read. */
export interface LoadedPolicy {
  /** As the user named it. */
  file: string;
  policy: Policy;
  targets: AcceptedTarget[];
  /** Undefined if the result need not be signed. */
  signers: AcceptedSigner[] | undefined;
  catalogueDigest: string;
}

/**
 * Reads a policy, the profiles and the keys that it names.
 *
 * @param shown The file as the user named it.
 * @throws InputProblem when one of them can't be read or is invalid, a requirement or service that it names isn't
 * there, or its catalogue is another than this package's.
 */
export function readPolicy(path: string, shown: string = path): LoadedPolicy {
  const data = readDataFile(path, shown);
  const policy = validateInput<Policy>('policy', data, shown);
  const at: PlaceOf = (pointer) => ({ file: placeIn(shown, data, pointer), pointer });
  const catalogue = shippedCatalogue();
  const own = catalogueDigest(catalogue);
  if (policy.catalogueDigest !== undefined && policy.catalogueDigest !== own)
    throw new InputProblem(
      'other-catalogue',
      `the policy is for another catalogue of requirements; that of this version is ${own}`,
      {
        ...at('/catalogueDigest'),
        remedy: 'Accept with the version whose catalogue it is, or write the digest of this one.',
      },
    );
  requireRequirements(policy, catalogue, at);
  requireKnownFailures(policy, catalogue, at);
  const folder = dirname(path);
  return {
    file: shown,
    policy,
    targets: policy.targets.map((target, index) => targetOf(target, `/targets/${index}`)),
    signers: policy.signedBy?.map(({ name, publicKey }, index) => ({
      name,
      key: keyAt(resolve(folder, publicKey), publicKey, at(`/signedBy/${index}/publicKey`)),
    })),
    catalogueDigest: own,
  };

  function targetOf(target: PolicyTarget, pointer: string): AcceptedTarget {
    requireBaseUrl(target.baseUrl, at(`${pointer}/baseUrl`));
    const profile = loadProfile(
      target.profile,
      folder,
      target.overrides && {
        services: target.overrides,
        file: shown,
        pointer: `${pointer}/overrides`,
      },
      at(`${pointer}/profile`),
      target.role,
    );
    for (const [index, service] of target.services.entries())
      if (notOffered(service, profile))
        throw new InputProblem(
          'service-not-offered',
          `profile ${profile.name} offers no ${service}, so nothing of it can hold`,
          {
            ...at(`${pointer}/services/${index}`),
            remedy: 'Take the service out, or name the profile of a document that offers it.',
          },
        );
    return { baseUrl: target.baseUrl.replace(/\/+$/, ''), services: target.services, profile };
  }
}

type PlaceOf = (pointer: string) => { file: string; pointer: string };

/** @throws InputProblem for a pattern that chooses no requirement, which is hardly meant. */
function requireRequirements({ requirements = {} }: Policy, catalogue: Catalogue, at: PlaceOf) {
  const ids = [...catalogue.keys()];
  for (const list of ['also', 'mayBeUntested'] as const)
    for (const [index, pattern] of (requirements[list] ?? []).entries()) {
      if (ids.some((id) => fitsPattern(catalogue, id, pattern))) continue;
      const isId = !pattern.includes('*') && !pattern.startsWith('tag:');
      throw problem(
        'unknown-requirement',
        {
          what: `"${pattern}" chooses no requirement`,
          remedy: '`snap-conformance list` shows all ids; list --help shows the tags.',
          ...(isId && unknownRequirement(catalogue, pattern)),
        },
        at(`/requirements/${list}/${index}`),
      );
    }
}

function requireKnownFailures({ knownFailures = [] }: Policy, catalogue: Catalogue, at: PlaceOf) {
  for (const [index, { check, until }] of knownFailures.entries()) {
    const pointer = `/knownFailures/${index}`;
    const unknown = unknownRequirement(catalogue, check);
    if (unknown) throw problem('unknown-requirement', unknown, at(`${pointer}/check`));
    if (knownFailures.findIndex((other) => other.check === check) < index)
      throw problem(
        'duplicate-entry',
        { what: `${check} is listed twice`, remedy: 'Remove one of the two.' },
        at(pointer),
      );
    if (until !== undefined && !isDay(until))
      throw problem(
        'invalid-value',
        { what: `there is no day ${until}`, remedy: 'Write a day as 2026-01-31.' },
        at(`${pointer}/until`),
      );
  }
}

function problem(
  code: ProblemCode,
  { what, remedy }: { what: string; remedy: string },
  place: { file: string; pointer: string },
): InputProblem {
  return new InputProblem(code, what, { ...place, remedy });
}

/** @throws InputProblem for a file that can't be read, or a key that nothing is verified with. */
function keyAt(path: string, shown: string, place: { file: string; pointer: string }): SigningKey {
  const bytes = readBytes(path, shown, mostKeyBytes);
  try {
    return loadVerificationKey(bytes);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new InputProblem('key-unreadable', error.message, place, { cause: error });
  }
}
