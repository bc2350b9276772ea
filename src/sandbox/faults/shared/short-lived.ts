/** Seconds: long enough for requests on a busy machine, short enough to be waited for. */
export const lifeSeconds = 3;

/** Tokens whose end a run can wait for. */
export const shortLived = {
  slow: true,
  overrides: { 'token-b2b': { success: { expiresIn: { seconds: lifeSeconds } } } },
} as const;
