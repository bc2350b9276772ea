/** What the failed checks of a target have in common. */
export const causesOfFindings = {
  'run/causes-of-findings/nothing-refused': ({ service }: OfService) =>
    `nothing is refused: every wrong request to ${service} was granted`,
  'run/causes-of-findings/signatures-not-checked': ({ service }: OfService) =>
    `signatures aren't checked: no forged signature to ${service} was refused`,
  'run/causes-of-findings/tokens-not-checked': ({ service }: OfService) =>
    `access tokens aren't checked: no wrong token to ${service} was refused`,
  'run/causes-of-findings/clients-not-looked-up': ({ service }: OfService) =>
    `clients aren't looked up: no unknown client of ${service} was refused`,
  'run/causes-of-findings/timestamp-not-parsed': ({ service }: OfService) =>
    `X-TIMESTAMP isn't parsed: no wrong form of it to ${service} was refused`,
  'run/causes-of-findings/body-not-read': ({ service }: OfService) =>
    `the body isn't read: nothing wrong in it was refused by ${service}`,
  'run/causes-of-findings/other-profile': ({
    own,
    profiles,
    explained,
    differences,
  }: {
    own: string;
    /** Those that explain equally much, at least one. */
    profiles: readonly string[];
    explained: number;
    differences: number;
  }) =>
    `the target follows profile ${profiles.join(' or ')} rather than ${own} (${explained} of its ${differences} differences): test it with --profile ${profiles[0]}, or profile: ${profiles[0]} in the config`,
  'run/causes-of-findings/foreign-page': ({
    status,
    mediaType,
    mutation,
  }: {
    status: number;
    mediaType: string;
    mutation: string;
  }) =>
    `HTTP ${status} with ${mediaType} is the answer of a framework or a gateway, not of the service (${mutation})`,
};

/** The service whose checks failed. */
export interface OfService {
  service: string;
}
