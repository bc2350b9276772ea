/** The services that give access tokens: B2B (service code 73) and B2B2C (74). */
export const tokenServiceIds = ['token-b2b', 'token-b2b2c'] as const;

/** The services whose requests bear a signature. */
export const signedServiceIds = [...tokenServiceIds, 'transaction'] as const;

/**
 * All services that are tested, in the order of a run: first those that give the tokens that the others
 * need. A signature utility is asked for signatures, and its requests bear none.
 */
export const serviceIds = [...signedServiceIds, 'signature-utility'] as const;

export type TokenServiceId = (typeof tokenServiceIds)[number];
export type SignedServiceId = (typeof signedServiceIds)[number];
export type ServiceId = (typeof serviceIds)[number];
