/** What is said of a token service, B2B or B2B2C, and of why it refuses the control. */
export const sharedTokenControl = {
  'shared/token-control/token-given': () => 'a token was given',
  'shared/token-control/wrong-path': ({ path, profile }: { path: string; profile: string }) =>
    `the path ${path} of profile ${profile} is not the target's: check baseUrl (its path is kept as a prefix) and the profile`,
  'shared/token-control/unknown-client': ({ clientId }: { clientId: string }) =>
    `the client id ${clientId} is not registered at this target, or for another environment`,
  'shared/token-control/wrong-key': () =>
    'the public key registered for this client is not the one of the configured private key',
  'shared/token-control/other-timestamp-form': ({
    profile,
    forms,
  }: {
    profile: string;
    forms: string[];
  }) =>
    `the target takes another form of X-TIMESTAMP than profile ${profile} says: ${forms.join(', ')} (timestamp.accept of a profile or of overrides may say another, +07:00 alone (jakarta) and no offset (local) among them)`,
  'shared/token-control/clock-differs': () => "the target's clock differs from this machine's",
  'shared/token-control/address-not-allowed': () =>
    "the address of this machine is not on the target's list of allowed addresses",
  'shared/token-control/header-of-its-own': () =>
    'the target may ask for a header that only its document names: say so in the profile (headers of the service), and give its value there or in the config (tokenHeaders)',
  'shared/token-control/other-body': ({ type, setting }: { type: string; setting: string }) =>
    `the target takes no body of the type ${type}: if its document says so, a profile or overrides can too (${setting})`,
  'shared/token-control/other-grant-type': ({ member, value }: { member: string; value: string }) =>
    `the target asks for another grant type than ${member}: ${value}`,
};
