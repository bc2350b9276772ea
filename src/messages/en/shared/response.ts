const quoted = (text: string | undefined) => JSON.stringify(text);

/** What is said of the answer to a granted request, whichever service gives it. */
export const sharedResponse = {
  'shared/response/status': ({ status }: { status: number }) =>
    `the grant came with HTTP ${status}, not 200`,
  'shared/response/content-type': ({ mediaType }: { mediaType: string | undefined }) =>
    `the grant's Content-Type is ${mediaType ?? 'absent'}, not application/json`,
  /** `seconds` is negative when X-TIMESTAMP is behind. */
  'shared/response/timestamp-off': ({ seconds }: { seconds: number }) =>
    `X-TIMESTAMP of the answer is ${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} its time`,
  'shared/response/other-client-key': ({
    echoed,
    sent,
  }: {
    echoed: string;
    sent: string | undefined;
  }) => `X-CLIENT-KEY of the answer is ${quoted(echoed)}, the request's was ${quoted(sent)}`,
  'shared/response/can-be-stored': ({ cacheControl }: { cacheControl: string | undefined }) =>
    `Cache-Control is ${cacheControl === undefined ? 'absent' : quoted(cacheControl)}, without no-store`,
  'shared/response/member-twice': ({ member }: { member: string }) =>
    `the member ${quoted(member)} stands twice in the body`,
  'shared/response/header-not-documented': ({ header }: { header: string }) =>
    `the document names no response header ${header}`,
  'shared/response/token-types-open': () => 'the document does not say what tokenType is',
};
