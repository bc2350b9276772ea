/** What is said of a signature, whichever service it is for. */
export const sharedSignature = {
  'shared/signature/in-encoding': ({ encoding }: { encoding: string }) =>
    `the signature is written in ${encoding}`,
};
