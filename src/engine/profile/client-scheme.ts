import type { Profile, Transaction } from '../../../schemas/resolved.js';

/** The transaction schemes of a profile: one, or those of which each client has its own. */
export function schemesOf({
  scheme,
  otherSchemes = [],
}: Pick<Transaction, 'scheme' | 'otherSchemes'>): readonly Transaction['scheme'][] {
  return [scheme, ...otherSchemes];
}

/** The profile as it is for a client that has this scheme. */
export function withClientScheme(profile: Profile, scheme: Transaction['scheme']): Profile {
  const { transaction } = profile.services;
  const otherSchemes = schemesOf(transaction).filter((other) => other !== scheme);
  const { otherSchemes: _, ...settings } = transaction;
  return {
    ...profile,
    services: {
      ...profile.services,
      transaction: {
        ...settings,
        scheme,
        ...(otherSchemes.length > 0 && { otherSchemes }),
      },
    },
  };
}
