import { code, table, text } from './markdown.mjs';

/** What a profile needs to be of use, and these lack in part. */
const needed = ['path or scheme', 'form of X-TIMESTAMP', 'encoding of X-SIGNATURE'];

/**
 * Providers of SNAP whose documents, as far as they could be read, don't say enough for a profile.
 *
 * `known` and `missing` are Markdown.
 */
const providers = [
  {
    name: 'AstraPay',
    url: 'https://www.astrapay.com/docs/api',
    known:
      'edition of 12 November 2024; times without an offset (`2023-09-20T17:00:00.939`); HMAC-SHA512 for transactions, portal utilities for both signatures; a sample signature of 64 hexadecimal characters',
    missing:
      'the whole path; whether signatures are hexadecimal, as HMAC-SHA512 has 128 such characters',
  },
  {
    name: 'Dalang Pay, and Forsokaprava with the same text',
    url: 'https://developer.dalangpay.com',
    known: 'symmetric or asymmetric transactions, as each client chooses in the dashboard',
    missing: 'path, form of X-TIMESTAMP, encoding',
  },
  {
    name: 'Growinc',
    url: 'https://api-docs.growinc.co.id',
    known:
      'the portal utility `/utilities/signature-auth`, with `Private_Key`; times as `2025-03-06T06:41:14+07:00`',
    missing: 'path of the token service, encoding',
  },
  {
    name: 'Indivara',
    known:
      'a collection of requests: `/merchant/api/v1.0/access-token/b2b` and `…/b2b2c`, both kinds of signature',
    missing: 'form of X-TIMESTAMP, encoding',
  },
  {
    name: 'KasPro',
    known:
      'KasPro Standard SNAP API Document v0.6 of 22 June 2023, in a copy: B2B and B2B2C; calls for a customer carry both Authorization headers',
    missing: 'path, form of X-TIMESTAMP, encoding',
  },
  {
    name: 'Netzme',
    url: 'https://apidocs-vsnap.netzme.id/api-reference/toko-netzme/authentication',
    known: '`/api/v1/access-token/b2b`, or v2; `grantType` and an object `additionalInfo`',
    missing: 'form of X-TIMESTAMP, encoding',
  },
  {
    name: 'PayerMax',
    url: 'https://docs.payermax.com',
    known:
      "symmetric transactions, the path signed without its query; times as `yyyy-MM-dd'T'HH:mm:ss.SSSXXX`",
    missing: 'path of the token service, encoding',
  },
  {
    name: 'ShopeePay',
    url: 'https://product.shopeepay.co.id/integration/get-started/go',
    known: 'a token by OAuth 2.0, HMAC for transactions; ShopeePay signs its answers and callbacks',
    missing: 'path, form of X-TIMESTAMP, encoding',
  },
];

/** Whose pages were searched, without a document on SNAP's token or signatures in them. */
const withoutDocument =
  'Bank bjb, Bayarind, CIMB Niaga, Danamon, LinkAja, Nobu, OVO, OY!, Permata, Prismalink, Xendit. Singapay has the path of SNAP with headers and signatures of its own.';

/** The page of the providers that have no profile yet, and what their documents lack. */
export function notShippedPage() {
  const rows = providers.map(({ name, url, known, missing }) => [
    url === undefined ? text(name) : `[${text(name)}](${url})`,
    known,
    missing,
  ]);
  return `# Providers without a profile

A profile ships when public documents of its provider give three things: ${needed.join(', ')}. These were read on 1 December 2026 and lack some of it. Whoever has the document can write a profile of their own (${code('extends: snap-bi')}, see CONTRIBUTING), or send it in.

${table(['provider', 'what is known', 'what is missing'], rows)}

Searched, and nothing of SNAP found: ${withoutDocument}

Made from ${code('scripts/providers/not-shipped.mjs')} by ${code('npm run docs')}.
`;
}
