import type { Services } from '../../../schemas/generated/profile.js';

/** A document that tells a refusal by a code of its own form, under HTTP 200, 500 or any status. */
export const ownCodes: Services = {
  'token-b2b': {
    codeForm: 'own',
    success: { code: ['00', '000'], tokenTypes: 'unspecified' },
    answers: {
      'missing-field': [{ status: 200, code: '30', message: 'Missing {field}' }],
      'field-format': [{ status: 'unspecified', code: 'E001', message: 'Bad {field}' }],
      'timestamp-format': [{ status: 200, code: 'E001', message: 'Bad {field}' }],
      'unknown-client': [{ status: 200, code: '14', message: 'Client not registered' }],
      'invalid-signature': [{ status: 200, code: '75', message: 'Signature does not match' }],
      'grant-type': [{ status: 200, code: 'E002', message: 'Bad {field}' }],
      'malformed-body': [{ status: 500, code: '96', message: 'Malfunction' }],
    },
  },
  'token-b2b2c': {
    codeForm: 'own',
    success: { code: '00', tokenTypes: 'unspecified' },
    answers: {
      'missing-field': [{ status: 200, code: '30', message: 'Missing {field}' }],
      'invalid-signature': [{ status: 200, code: '75', message: 'Signature does not match' }],
      'invalid-code': [{ status: 200, code: '77', message: 'Code not valid' }],
    },
  },
  transaction: {
    codeForm: 'own',
    success: { code: ['00', '68'] },
    answers: {
      'missing-field': [{ status: 200, code: '30', message: 'Missing {field}' }],
      'invalid-signature': [{ status: 200, code: '75', message: 'Signature does not match' }],
      'invalid-token': [{ status: 200, code: '76', message: 'Token not valid' }],
      conflict: [{ status: 200, code: '94', message: 'Duplicate' }],
    },
  },
};
