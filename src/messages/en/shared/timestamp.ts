/** What is said of X-TIMESTAMP, whichever service it is sent to. */
export const sharedTimestamp = {
  /** `what` is said of X-TIMESTAMP: `has no offset`. */
  'shared/timestamp/wrong': ({ what }: { what: string }) => `X-TIMESTAMP ${what}`,
  'shared/timestamp/signed-in-other-form': ({ signed }: { signed: string }) =>
    `the signature was made over ${signed}, another text for the same instant`,
};
