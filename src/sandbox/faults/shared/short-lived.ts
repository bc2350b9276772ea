/** Lifetime in seconds: long enough for requests on a busy machine, short enough to wait for. */
export const lifeSeconds = 3;

/** Gives tokens so short a life that a run can wait for its end. */
export const shortLived = {
  slow: true,
  overrides: { 'token-b2b': { success: { expiresIn: { seconds: lifeSeconds } } } },
} as const;
