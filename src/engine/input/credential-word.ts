/** What the name of a header, a parameter, a variable or a member has in it whose value is a credential. */
export const credentialWord =
  /key|token|secret|authorization|cookie|passw(?:or)?d|passphrase|credential/i;
