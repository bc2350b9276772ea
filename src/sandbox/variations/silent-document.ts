import type { Services } from '../../../schemas/generated/profile.js';

const headers = { 'X-TIMESTAMP': 'unspecified', 'X-CLIENT-KEY': 'unspecified' } as const;
const ofTokens = {
  'missing-field': 'unspecified',
  'field-format': 'unspecified',
  'timestamp-format': 'unspecified',
  'unknown-client': 'unspecified',
  'invalid-signature': 'unspecified',
  'grant-type': 'unspecified',
  'malformed-body': 'unspecified',
  method: 'unspecified',
} as const;
const anyLength = { maxLength: 'unspecified', form: 'unspecified' } as const;

/** A document that says nothing of all that a document may leave unsaid; what it then doesn't rule nobody breaks. */
export const silentDocument: Services = {
  'token-b2b': {
    grantType: { presence: 'unspecified' },
    contentType: 'unspecified',
    success: {
      codePresence: 'unspecified',
      expiresIn: { seconds: 'unspecified' },
      additionalInfo: 'unspecified',
      headers,
    },
    answers: ofTokens,
  },
  'token-b2b2c': {
    authCodeMaxLength: 'unspecified',
    contentType: 'unspecified',
    success: {
      codePresence: 'unspecified',
      tokenTypePresence: 'unspecified',
      refreshTokenMaxLength: 'unspecified',
      expiryTime: { accessTokenSeconds: 'unspecified' },
      additionalInfo: 'unspecified',
      headers,
    },
    answers: {
      ...ofTokens,
      'invalid-code': 'unspecified',
      'invalid-refresh-token': 'unspecified',
    },
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
    answers: {
      'missing-field': 'unspecified',
      'field-format': 'unspecified',
      'timestamp-format': 'unspecified',
      'invalid-signature': 'unspecified',
      'missing-token': 'unspecified',
      'invalid-token': 'unspecified',
      'missing-customer-token': 'unspecified',
      'invalid-customer-token': 'unspecified',
      conflict: 'unspecified',
      'malformed-body': 'unspecified',
    },
  },
};
