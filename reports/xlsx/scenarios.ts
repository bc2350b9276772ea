/** A row of the functional-test form. */
export interface Scenario {
  no: string;
  service: string;
  scenario: string;
  /** The response code as the form has it; `xx` stands for the service's own digits. */
  expected: string;
  /** The codes that this stands for; `x` is any digit. */
  codes: string[];
  /** The check that tries it. */
  check?: string;
  /** The check that compares the codes of such refusals with the profile's document. */
  codeCheck?: string;
  /** Why no check can try it from outside. */
  untestable?: string;
}

const any = (
  no: string,
  scenario: string,
  code: string,
  check: string,
  codeCheck: string,
): Scenario => ({
  no,
  service: 'Any Service',
  scenario,
  expected: code,
  codes: [code],
  check: `transaction/${check}`,
  codeCheck: `transaction/errors/${codeCheck}`,
});

const token = (
  kind: 'b2b' | 'b2b2c',
  no: string,
  scenario: string,
  codes: string[],
  check: string,
  codeCheck?: string,
): Scenario => ({
  no,
  service: `Access Token ${kind.toUpperCase()}`,
  scenario,
  expected: codes.join(' or '),
  codes,
  check: `token-${kind}/${check}`,
  ...(codeCheck !== undefined && { codeCheck: `token-${kind}/errors/${codeCheck}` }),
});

/**
 * ASPI's "Skenario Functional Test" (virtual account form v3.0) names five scenarios for any service, 11.1 to 11.5,
 * one row of ours for each field that a `{}` stands for. It has no table for the access-token services: those rows
 * follow BCA's list of the token's response codes (portal, March 2025) and DANA's scenarios of "apply token",
 * numbered by service code.
 */
export const scenarios: readonly Scenario[] = [
  any('11.1', 'Access Token Invalid', '401xx01', 'token/refuses-unknown-token', 'invalid-token'),
  any(
    '11.2',
    'Unauthorized . Signature',
    '401xx00',
    'signature/refuses-bit-flip',
    'invalid-signature',
  ),
  ...['timestamp', 'signature', 'partner-id', 'external-id'].map((field) =>
    any(
      '11.3',
      `Missing Mandatory Field {X-${field.toUpperCase()}}`,
      '400xx02',
      `headers/rejects-missing-${field}`,
      'missing-field',
    ),
  ),
  any(
    '11.3',
    'Missing Mandatory Field {CHANNEL-ID}',
    '400xx02',
    'headers/rejects-missing-channel-id',
    'missing-field',
  ),
  any(
    '11.4',
    'Invalid Field Format {X-TIMESTAMP}',
    '400xx01',
    'timestamp/rejects-garbage',
    'timestamp-format',
  ),
  any(
    '11.4',
    'Invalid Field Format {X-EXTERNAL-ID}',
    '400xx01',
    'headers/rejects-external-id-form',
    'field-format',
  ),
  any(
    '11.5',
    'Cannot use same X-EXTERNAL-ID in same day',
    '409xx00',
    'headers/rejects-reused-external-id',
    'conflict',
  ),

  token('b2b', '73.1', 'Successful', ['2007300'], 'response/response-code'),
  token(
    'b2b',
    '73.2',
    'Invalid Field Format [grantType]',
    ['4007300', '4007301'],
    'body/rejects-other-grant-type',
    'grant-type',
  ),
  {
    no: '73.3',
    service: 'Access Token B2B',
    scenario: 'Unauthorized. [Connection not allowed]',
    expected: '4007300',
    codes: ['4007300'],
    untestable: 'it needs a connection from an address that the provider does not allow',
  },
  token(
    'b2b',
    '73.4',
    'Invalid Field Format [X-TIMESTAMP]',
    ['4007301'],
    'timestamp/rejects-garbage',
    'timestamp-format',
  ),
  token(
    'b2b',
    '73.5',
    'Invalid Mandatory Field [X-CLIENT-KEY]',
    ['4007302'],
    'headers/rejects-missing-client-key',
    'missing-field',
  ),
  token(
    'b2b',
    '73.6',
    'Unauthorized. [Signature]',
    ['4017300'],
    'signature/refuses-bit-flip',
    'invalid-signature',
  ),
  token(
    'b2b',
    '73.7',
    'Unauthorized. [Unknown client]',
    ['4017300'],
    'headers/rejects-unknown-client',
    'unknown-client',
  ),
  {
    no: '73.8',
    service: 'Access Token B2B',
    scenario: 'Timeout',
    expected: '5047300',
    codes: ['5047300'],
    untestable: 'a timeout within the provider cannot be brought about from outside',
  },

  token('b2b2c', '74.1', 'Successful', ['2007400'], 'response/response-code'),
  token(
    'b2b2c',
    '74.2',
    'Authorization code was used',
    ['4017400'],
    'grants/refuses-used-code',
    'invalid-code',
  ),
  token(
    'b2b2c',
    '74.3',
    'Invalid signature',
    ['4017400'],
    'signature/refuses-bit-flip',
    'invalid-signature',
  ),
  token(
    'b2b2c',
    '74.4',
    'Expired authorization code',
    ['4017400'],
    'grants/refuses-expired-code',
    'invalid-code',
  ),
  token(
    'b2b2c',
    '74.5',
    'Invalid authorization code',
    ['4017400'],
    'grants/refuses-unknown-code',
    'invalid-code',
  ),
  token(
    'b2b2c',
    '74.6',
    'Missing Mandatory Field {authCode}',
    ['4007402'],
    'body/rejects-missing-auth-code',
    'missing-field',
  ),
  token(
    'b2b2c',
    '74.7',
    'Invalid Field Format {authCode}',
    ['4007401'],
    'body/rejects-non-string-auth-code',
    'field-format',
  ),
];
