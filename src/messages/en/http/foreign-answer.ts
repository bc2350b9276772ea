/** Why what answers is not a SNAP service. */
export const httpForeignAnswer = {
  /** `came` is what came instead of JSON: `an HTML page came`. */
  'http/foreign-answer/not-json': ({ came, status }: { came: string; status: number }) =>
    `${came} under HTTP ${status}, where JSON is due`,
  'http/foreign-answer/page-came': () => 'an HTML page came',
  'http/foreign-answer/nothing-came': () => 'nothing came',
  'http/foreign-answer/untyped-text-came': () => 'a text without a media type came',
  'http/foreign-answer/media-type-came': ({ mediaType }: { mediaType: string }) =>
    `${mediaType} came`,
  'http/foreign-answer/oauth-error': ({ error }: { error: string }) =>
    `it answers with OAuth's error ${error}`,
  'http/foreign-answer/asks-for-basic': () =>
    'it asks for HTTP Basic credentials, as a plain OAuth server does',
  'http/foreign-answer/asks-for-names': ({ names }: { names: string[] }) =>
    `it asks for ${names.join(' and ')}, which no SNAP token request has, and its answer has no responseCode`,
};
