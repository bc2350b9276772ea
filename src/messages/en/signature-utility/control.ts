/** What is said of a signature utility, and of why it refuses the control. */
export const signatureUtilityControl = {
  'signature-utility/control/signature-given': () => 'a signature was given',
  'signature-utility/control/no-signature': () => 'it holds no signature',
  'signature-utility/control/not-in-document': () => 'the document has no signature utility',
  'signature-utility/control/not-asked-for': () =>
    'no signatureUtility: true in the config: the utility is sent the private key and the secret of the client, so it has to be asked for',
  'signature-utility/control/plain-http': () =>
    'baseUrl is plain http: a private key is never sent over it',
  'signature-utility/control/no-secret-in-config': () =>
    'no clientSecret in the config: signature-service signs with it',

  // Likely causes of a refused control.
  'signature-utility/control/another-path': () =>
    'the path of the utility is another one: overrides can set it in signature-utility',
  'signature-utility/control/another-form': () =>
    'the utility wants the key or the client id in another form: its message may say which',
  'signature-utility/control/unknown-client': () => 'the client is not registered at this portal',
};
