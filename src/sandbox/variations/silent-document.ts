import type { Services } from '../../../schemas/generated/profile.js';
import { noAnswers } from './no-answers.js';

const headers = { 'X-TIMESTAMP': 'unspecified', 'X-CLIENT-KEY': 'unspecified' } as const;
const anyLength = { maxLength: 'unspecified', form: 'unspecified' } as const;

/** A document that leaves unsaid all that a document may. Nobody can break a rule that it doesn't state. */
export const silentDocument: Services = {
  'token-b2b': {
    grantType: { presence: 'unspecified' },
    contentType: 'unspecified',
    success: {
      codePresence: 'unspecified',
      tokenTypes: 'unspecified',
      expiresIn: { seconds: 'unspecified' },
      additionalInfo: 'unspecified',
      headers,
    },
    answers: noAnswers('token-b2b'),
  },
  'token-b2b2c': {
    authCodeMaxLength: 'unspecified',
    contentType: 'unspecified',
    success: {
      codePresence: 'unspecified',
      tokenTypePresence: 'unspecified',
      tokenTypes: 'unspecified',
      refreshTokenMaxLength: 'unspecified',
      expiryTime: { accessTokenSeconds: 'unspecified' },
      additionalInfo: 'unspecified',
      headers,
    },
    answers: noAnswers('token-b2b2c'),
  },
  transaction: {
    headers: {
      'X-PARTNER-ID': { ...anyLength, presence: 'unspecified' },
      'X-EXTERNAL-ID': { ...anyLength, presence: 'unspecified' },
      'CHANNEL-ID': { ...anyLength, presence: 'unspecified' },
      'Authorization-Customer': { presence: 'unspecified' },
      'X-DEVICE-ID': { maxLength: 'unspecified', presence: 'unspecified' },
    },
    externalIdReuse: 'unspecified',
    success: { codePresence: 'unspecified', headers: { 'X-TIMESTAMP': 'unspecified' } },
    answers: noAnswers('transaction'),
  },
};
