/** The options of `accept`. */
export interface AcceptFlags {
  policy?: string;
  attestation?: string;
  json?: boolean;
}
