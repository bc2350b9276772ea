/** What is said of the service that transactions call, and of why it refuses the control. */
export const transactionControl = {
  'transaction/control/carried-out': () => 'it was carried out',
  'transaction/control/none-in-config': () =>
    'no transaction in the config: a harmless service of the target is needed',
  'transaction/control/no-token-endpoint': ({ title }: { title: string }) =>
    `transactions carry an access token, and ${title} offers no endpoint that gives one`,
  'transaction/control/no-secret-in-config': () =>
    'no clientSecret in the config: the transaction signature of this profile needs it',
  'transaction/control/no-access-token': ({ why }: { why: string }) =>
    `there is no access token to call the transaction with: ${why}`,
  'transaction/control/no-customer-token': ({ why }: { why: string }) =>
    `there is no customer token to call the transaction with: ${why}`,

  // Likely causes of a refused control.
  'transaction/control/header-not-in-config': ({ header }: { header: string }) =>
    `transaction.headers of the config has no ${header}, which the document requires`,
  'transaction/control/token-unknown': () =>
    'the target does not know the token that its own token service gave: are both of one environment?',
  'transaction/control/secret-with-stray-character': ({ stray }: { stray: string }) =>
    `the clientSecret of the config ${stray}: take it out unless the provider's has it too`,
  'transaction/control/wrong-secret': () =>
    'the clientSecret of the config is not the one registered for this client',
  'transaction/control/signs-another-path': ({ path, mode }: { path: string; mode: string }) =>
    `the target signs another path than ${path}: overrides can set /transaction/pathMode (now ${mode})`,
  'transaction/control/another-scheme': ({ scheme }: { scheme: string }) =>
    `the target has another scheme than ${scheme}: overrides can set /transaction/scheme`,
  'transaction/control/not-there': () =>
    'the path or the body of transaction in the config names what the target does not have',
  'transaction/control/something-missing': () =>
    'the target misses something in transaction.body or transaction.headers of the config',
};
