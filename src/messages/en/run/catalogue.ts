/** What providers may do without. */
const services: Readonly<Record<string, string>> = {
  'token-b2b': 'token endpoint B2B',
  'token-b2b2c': 'token endpoint B2B2C',
  transaction: 'service with a transaction signature',
  'signature-utility': 'signature utility',
};

/** What a profile makes of the requirements. */
export const catalogue = {
  /** `title` is that of the profile; `service` is an id. */
  'run/catalogue/not-offered': ({ title, service }: { title: string; service: string }) =>
    `${title}'s document offers no ${services[service] ?? service}`,
  'run/catalogue/third-party-only': ({ sources }: { sources: string[] }) =>
    `SHOULD instead of MUST: known from a third party only (${sources.join('; ')})`,
};
