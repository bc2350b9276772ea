import type { Answers } from '../../../schemas/generated/profile.js';
import { parseTimestamp } from '../../protocol/timestamp.js';
import { withMembers, withoutHeader, withoutMember } from '../answers/change-answer.js';
import { furtherHeaders } from '../faults/shared/further-headers.js';
import { alsoRefuse, changeGrant, letPass } from '../policies/change-policy.js';
import type { TokenAttempt } from '../tokens/policy.js';
import { noAnswers } from './no-answers.js';
import { ownCodes } from './own-codes.js';
import { silentDocument } from './silent-document.js';
import type { Variation } from './variation.js';

/** Seconds between a request's timestamp and the present. */
function secondsOff({ header, now }: TokenAttempt): number {
  const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
  return parsed.ok ? Math.abs(parsed.instant - now) / 1000 : Number.NaN;
}

/** The texts in a body that is JSON. */
function textsIn(body: Buffer): string[] {
  const texts: string[] = [];
  try {
    JSON.parse(body.toString('utf8'), (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
  } catch {
    // Another step refuses it.
  }
  return texts;
}

/** As RFC 3339 has it: a fraction of a second with as many digits as one likes. */
const longFraction = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d{4,}(Z|[+-]\d\d:\d\d)$/;

const lettered: Answers = [{ status: 401, code: '401US00', message: 'Unauthorized. Signature' }];

/** What a document leaves to its server, or says differently from the standard. */
export const documentVariations: readonly Variation[] = [
  {
    name: 'no-code-of-a-grant',
    title: 'leaves responseCode and responseMessage out of a grant, which the table allows',
    applyToTokenB2b: (policy) =>
      changeGrant(policy, (answer) =>
        withoutMember(withoutMember(answer, 'responseCode'), 'responseMessage'),
      ),
  },
  {
    name: 'silent-document',
    title: 'keeps to a document that leaves unsaid whatever a document may leave unsaid',
    overrides: silentDocument,
  },
  {
    name: 'codes-of-its-own',
    title: 'tells a refusal by a code of its own form, under HTTP 200 or 500, as its document says',
    overrides: ownCodes,
  },
  {
    name: 'headers-of-its-own',
    title:
      'asks for headers that the standard does not know, and has a former path, as its document says',
    overrides: {
      'token-b2b': {
        headers: furtherHeaders,
        path: ['/v1.0/access-token/b2b', '/v1/access-token/b2b'],
      },
      'token-b2b2c': { headers: furtherHeaders },
      transaction: { headers: furtherHeaders },
    },
  },
  {
    name: 'tokens-for-one-use',
    title: 'gives tokens that are good for one transaction each, as its document says',
    overrides: { transaction: { tokenUse: 'once' } },
  },
  {
    name: 'letters-for-a-service',
    title: 'writes letters for the service into its codes, and either of two codes of success',
    overrides: {
      'token-b2b': {
        serviceCode: 'US',
        success: { code: ['2000000', '200US00'] },
        answers: { ...noAnswers('token-b2b'), 'invalid-signature': lettered },
      },
    },
  },
  {
    name: 'mac-tokens',
    title: 'gives tokens of the type Mac',
    applyToTokenB2b: (policy) =>
      changeGrant(policy, (answer) => withMembers(answer, { tokenType: 'Mac' })),
  },
  {
    name: 'optional-client-key-header',
    title: 'leaves X-CLIENT-KEY out of its answers, which its document allows',
    overrides: { 'token-b2b': { success: { headers: { 'X-CLIENT-KEY': 'optional' } } } },
    applyToTokenB2b: (policy) =>
      changeGrant(policy, (answer) => withoutHeader(answer, 'X-CLIENT-KEY')),
  },
  {
    name: 'other-encodings-allowed',
    title: 'takes signatures in any usual encoding, as its document says',
    overrides: { 'token-b2b': { signature: { otherEncodings: 'accept' } } },
    applyToTokenB2b: (policy) => policy,
  },
  {
    name: 'use-twice-allowed',
    title: 'takes a signed request twice, as its document says',
    overrides: { 'token-b2b': { signature: { replay: 'accept' } } },
    applyToTokenB2b: (policy) => policy,
  },
  {
    name: 'one-of-two-forms',
    title: 'takes one of the two timestamp forms between which its document wavers',
    overrides: {
      'token-b2b': { timestamp: { accept: ['offset', 'offset-millis'], alternatives: true } },
    },
    applyToTokenB2b: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('X-TIMESTAMP')?.includes('.')
          ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
          : undefined,
      ),
  },
  {
    name: 'milliseconds-alone',
    title: 'takes timestamps with milliseconds alone, as one edition of the standard is said to',
    applyToTokenB2b: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('X-TIMESTAMP')?.includes('.')
          ? undefined
          : { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' },
      ),
  },
  {
    name: 'grant-types-in-small-letters',
    title: 'takes one of the two spellings of a grant type between which its document wavers',
    applyToTokenB2b2c: (policy) =>
      alsoRefuse(policy, ({ body }) =>
        /[A-Z]/.test(String(body?.['grantType']))
          ? { faultClass: 'grant-type', field: 'grantType' }
          : undefined,
      ),
  },
  {
    name: 'spaceless-texts',
    title: 'refuses a transaction for a text with a space in it, which its fields cannot hold',
    applyToTransactions: (policy) =>
      alsoRefuse(policy, ({ received }) =>
        textsIn(received.body).some((text) => text.includes(' '))
          ? { faultClass: 'field-format', field: 'additionalInfo' }
          : undefined,
      ),
  },
  {
    name: 'long-fractions',
    title: 'takes fractions of a second of any length, as RFC 3339 has them',
    apply: (policy) =>
      letPass(policy, ['timestampForm', 'timestampWindow'], ({ header }) =>
        longFraction.test(header('X-TIMESTAMP') ?? ''),
      ),
  },
  {
    name: 'window-with-tolerance',
    title: 'takes timestamps 20 seconds beyond the five minutes of its document',
    overrides: {
      'token-b2b': { timestamp: { window: { pastSeconds: 300, futureSeconds: 300 } } },
    },
    applyToTokenB2b: (policy) =>
      letPass(policy, ['timestampWindow'], (attempt) => secondsOff(attempt) < 320),
  },
  {
    name: 'twenty-second-window',
    title: 'takes timestamps of the last twenty seconds alone, of which no document speaks',
    applyToTokenB2b: (policy) =>
      alsoRefuse(policy, (attempt) =>
        secondsOff(attempt) > 20
          ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
          : undefined,
      ),
  },
  {
    name: 'six-seconds-ahead',
    title: 'takes timestamps up to six seconds ahead of its clock, of which no document speaks',
    applyToTokenB2b: (policy) =>
      alsoRefuse(policy, ({ header, now }) => {
        const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
        return parsed.ok && parsed.instant > now + 6000
          ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
          : undefined;
      }),
  },
];
