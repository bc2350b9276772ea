/** What is said of a signature, whichever service it is for. */
export const sharedSignature = {
  'shared/signature/bit-flipped': () => 'one bit of the signature was flipped',
  'shared/signature/made-up': () => 'the signature was made up',
  'shared/signature/all-zeros': () => 'the signature is all zeros',
  'shared/signature/by-other-client': () => "it was signed with another registered client's key",
  'shared/signature/for-other-client': () =>
    "it names another registered client, signed with the first one's key",
  /** `rule` is said of how it was signed: `with SHA1withRSA`. */
  'shared/signature/by-rule': ({ rule }: { rule: string }) => `it was signed ${rule}`,
  'shared/signature/encoding-hex': () => 'hex',
  'shared/signature/encoding-upper-case-hex': () => 'upper-case hex',
  'shared/signature/encoding-base64url': () => 'Base64url',
  'shared/signature/encoding-base64-unpadded': () => 'Base64 without padding',
  'shared/signature/encoding-base64-spaced': () => 'Base64 with a space every 76 characters',
  'shared/signature/in-encoding': ({ encoding }: { encoding: string }) =>
    `the signature is written in ${encoding}`,
  'shared/signature/encoding-got-no-answer': ({
    encoding,
    why,
  }: {
    encoding: string;
    why: string;
  }) => `a signature in ${encoding} got no answer: ${why}`,
  'shared/signature/encoding-accepted': ({ encoding }: { encoding: string }) =>
    `a right signature in ${encoding} is accepted, the document rules it out`,
  'shared/signature/encoding-refused': ({ encoding }: { encoding: string }) =>
    `a right signature in ${encoding} is refused, the document allows it`,
  'shared/signature/encodings-tried': ({
    accepted,
    refused,
  }: {
    accepted: string[];
    refused: string[];
  }) => `accepted: ${accepted.join(', ') || 'none'}; refused: ${refused.join(', ') || 'none'}`,
  /** `tried` is `encodings-tried`. */
  'shared/signature/no-other-encoding': ({
    documented,
    tried,
  }: {
    documented: string;
    tried: string;
  }) => `the document names no other encoding than ${documented} (${tried})`,
  'shared/signature/hex-has-no-case': () => 'letter case has no meaning in hex',
};
