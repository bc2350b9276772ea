/** Mistakes of senders: the scheme. Each completes "signed …". */
export const mistakesScheme = {
  'mistakes/scheme/token-text': () => 'over the text of a token request',
  'mistakes/scheme/transaction-text': () => 'over the text of a transaction',
  'mistakes/scheme/hmac': () => 'with an HMAC, where this scheme signs with the private key',
  'mistakes/scheme/rsa': () => 'with the private key, where this scheme signs with HMAC-SHA512',
};
