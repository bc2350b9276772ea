/** What is said of the signature of a token request. */
export const tokenB2bSignature = {
  'token-b2b/signature/any-instant': () => 'signed at any instant',
  'token-b2b/signature/text-holds': ({ mark }: { mark: string }) =>
    `the text of the signature holds ${mark}`,
  'token-b2b/signature/second': ({ second }: { second: number }) =>
    `the second of X-TIMESTAMP is ${String(second).padStart(2, '0')}`,
  'token-b2b/signature/older': () => 'X-TIMESTAMP is older',
  'token-b2b/signature/all-too-old': ({ runs, answer }: { runs: number; answer: string }) =>
    `${runs === 1 ? 'the one variation was' : `all ${runs} variations were`} refused for being too old (${answer})`,
  'token-b2b/signature/some-too-old': ({
    accepted,
    refused,
    answer,
  }: {
    accepted: number;
    refused: number;
    answer: string;
  }) =>
    `${accepted} ${accepted === 1 ? 'variation was' : 'variations were'} accepted, ${refused} refused for being too old (${answer})`,
  'token-b2b/signature/refused-at-one-instant': ({ answer }: { answer: string }) =>
    `a valid request was refused twice at one instant (${answer}), and accepted at another`,

  'token-b2b/signature/cut-or-extended': () => 'the signature was cut or extended',
  'token-b2b/signature/over-long': () => 'the signature was extended beyond the length of any key',
  'token-b2b/signature/not-base64': () => 'the signature is not Base64',
  'token-b2b/signature/letter-case': () =>
    'the letter case of one letter of the signature was changed',
  'token-b2b/signature/unregistered-key': () =>
    'it was signed with a key that is registered for nobody',
  'token-b2b/signature/sent-before': () => 'sent once as it should be',
  'token-b2b/signature/other-timestamp': ({ timestamp }: { timestamp: string }) =>
    `the signature belongs to another timestamp: ${timestamp}`,
  'token-b2b/signature/other-delimiter': ({ delimiter }: { delimiter: string }) =>
    `the string-to-sign has ${JSON.stringify(delimiter)} for its delimiter`,
  'token-b2b/signature/other-client-id': ({ clientId }: { clientId: string }) =>
    `the string-to-sign has the client id as ${JSON.stringify(clientId)}`,
  'token-b2b/signature/under-other-client': () =>
    "the control's signature came under another registered client's X-CLIENT-KEY",
  'token-b2b/signature/under-unknown-client': () =>
    "the control's signature came under an X-CLIENT-KEY that nobody registered",
  'token-b2b/signature/client-key-not-looked-at': () =>
    'the string-to-sign is not made from X-CLIENT-KEY as received, but from an id that the server has itself',

  'token-b2b/signature/public-key': () => 'the public key',
  'token-b2b/signature/client-secret': () => 'the client secret',
  'token-b2b/signature/hmac': ({ secret }: { secret: string }) =>
    `it was made with HMAC and ${secret}`,
  'token-b2b/signature/hmac-algorithm': ({
    digest,
    secret,
    clientId,
  }: {
    digest: string;
    secret: string;
    clientId: string;
  }) => `HMAC-${digest.toUpperCase()} with ${secret}, for client ${clientId}`,

  'token-b2b/signature/body-signed': () => 'the body was signed in place of the string-to-sign',
  'token-b2b/signature/body-digest-signed': () =>
    "the body's digest was signed in place of the string-to-sign",
  'token-b2b/signature/transaction-asymmetric-text': () =>
    "the transactions' asymmetric string-to-sign was signed",
  'token-b2b/signature/transaction-symmetric-text': () =>
    "the transactions' symmetric string-to-sign was signed",
  'token-b2b/signature/transaction-symmetric-scheme': () =>
    "it was made by the transactions' symmetric scheme",
  'token-b2b/signature/no-token-to-sign': ({ answer }: { answer: string }) =>
    `the control gave no token to sign: ${answer}`,

  'token-b2b/signature/forged-padding': () =>
    'the padding under the signature is not the prescribed one',
  'token-b2b/signature/forged-digest-info': () =>
    'the DigestInfo under the signature is not the prescribed one',
  'token-b2b/signature/trailing-garbage': () => 'other bytes follow the digest under the signature',
  'token-b2b/signature/missing-null': () =>
    'the DigestInfo under the signature has no NULL parameters',
  'token-b2b/signature/plus-modulus': ({ times }: { times: number }) =>
    `the modulus was added to the signature (${times} ${times === 1 ? 'time' : 'times'})`,

  'token-b2b/signature/some-seconds-ago': () => 'signed some seconds ago',
  'token-b2b/signature/granted-before': () => 'the very same request was granted before',
  'token-b2b/signature/no-first-use': () =>
    'no request signed some seconds ago was granted, so none could be sent twice',
  'token-b2b/signature/second-use-unclear': ({ answer }: { answer: string }) =>
    `the second use got no clear answer: ${answer}`,
  'token-b2b/signature/replay-not-documented': ({ given }: { given: boolean }) =>
    `the document doesn't say whether a signed request may be used twice (${given ? 'accepted' : 'refused'})`,
  'token-b2b/signature/replay': ({
    given,
    answer,
    wanted,
  }: {
    given: boolean;
    answer: string;
    wanted: boolean;
  }) =>
    `the same request was ${given ? 'accepted' : 'refused'} the second time (${answer}); the document has it ${wanted ? 'accepted' : 'refused'}`,
};
