import type { catalogue as English } from '../../en/run/catalogue.js';

/** What providers may do without. */
const services: Readonly<Record<string, string>> = {
  'token-b2b': 'endpoint token B2B',
  'token-b2b2c': 'endpoint token B2B2C',
  transaction: 'layanan dengan signature transaksi',
  'signature-utility': 'signature utility',
};

/** What a profile makes of the requirements. */
export const catalogue: typeof English = {
  'run/catalogue/not-offered': ({ title, service }) =>
    `dokumen ${title} tidak menyediakan ${services[service] ?? service}`,
  'run/catalogue/third-party-only': ({ sources }) =>
    `SHOULD, bukan MUST: hanya diketahui dari pihak ketiga (${sources.join('; ')})`,
};
