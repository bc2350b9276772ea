/** One case of the standard's table of response codes. */
export interface ResponseCase {
  httpStatus: number;
  /** Two digits. */
  caseCode: string;
  /** As the standard prints it, misspellings and placeholders (`[reason]`, `{field name}`) included. */
  message: string;
  /** In our words. */
  meaning: string;
  /** Whether an answer of the token services 73 and 74 can have it. */
  token: boolean;
}

type Row = readonly [httpStatus: number, caseCode: string, message: string, meaning: string];

// The standard doesn't say which services a case belongs to. A case is listed here if it can come up
// before any token exists. 403/01 can be argued either way and is included.
const tokenRows: readonly Row[] = [
  [200, '00', 'Successful', 'done'],
  [400, '00', 'Bad Request', 'the request as a whole is wrong, or its message cannot be parsed'],
  [400, '01', 'Invalid Field Format {field name}', 'a field has the wrong format'],
  [
    400,
    '02',
    'Invalid Mandatory Field {field name}',
    'a mandatory field is missing or has the wrong format',
  ],
  [
    401,
    '00',
    'Unauthorized. [reason]',
    'the client is unknown, its key is not found, or its signature or permission does not hold',
  ],
  [403, '01', 'Feature Not Allowed [Reason]', 'the client may not use this feature'],
  [405, '00', 'Requested Function Is Not Supported', 'the service does not have this function'],
  [429, '00', 'Too Many Requests', 'the limit of requests is exceeded'],
  [500, '00', 'General Error', 'something failed'],
  [500, '01', 'Internal Server Error', 'something failed within the server'],
  [500, '02', 'External Server Error', 'something failed in a server behind it'],
  [504, '00', 'Timeout', 'no answer came in time'],
];

// These concern transactions, cards, accounts, or a token that was presented.
const otherRows: readonly Row[] = [
  [202, '00', 'Request In Progress', 'accepted, with the outcome still open'],
  [401, '01', 'Invalid Token (B2B)', 'the access token does not exist or has expired'],
  [401, '02', 'Invalid Customer Token', 'the customer token does not exist or has expired'],
  [401, '03', 'Token Not Found (B2B)', 'the request lacks the access token that the service needs'],
  [
    401,
    '04',
    'Customer Token Not Found',
    'the request lacks the customer token that the service needs',
  ],
  [403, '00', 'Transaction Expired', 'the transaction has expired'],
  [403, '02', 'Exceeds Transaction Amount Limit', 'the amount is above the limit'],
  [403, '03', 'Suspected Fraud', 'the transaction looks fraudulent'],
  [403, '04', 'Activity Count Limit Exceeded', 'too many activities of this kind'],
  [
    403,
    '05',
    'Do Not Honor',
    'the account or its owner is in a state that forbids the transaction',
  ],
  [
    403,
    '06',
    'Feature Not Allowed At This Time. [reason]',
    'the feature is closed for the time being',
  ],
  [403, '07', 'Card Blocked', 'the card is blocked'],
  [403, '08', 'Card Expired', 'the card has expired'],
  [403, '09', 'Dormant Account', 'the account is dormant'],
  [403, '10', 'Need To Set Token Limit', 'a limit has to be set for the token first'],
  [403, '11', 'OTP Blocked', 'one-time passwords are blocked after too many attempts'],
  [403, '12', 'OTP Lifetime Expired', 'the one-time password has expired'],
  [403, '13', 'OTP Sent To Cardholer', 'a one-time password was sent and is awaited'],
  [403, '14', 'Insufficient Funds', 'the balance does not cover the amount'],
  [403, '15', 'Transaction Not Permitted.[reason]', 'the transaction is not permitted'],
  [403, '16', 'Suspend Transaction', 'the transaction is suspended'],
  [403, '17', 'Token Limit Exceeded', 'the amount is above the limit of the token'],
  [403, '18', 'Inactive Card/Account/Customer', 'the card, account or customer is inactive'],
  [403, '19', 'Merchant Blacklisted', 'the merchant is barred from the service'],
  [403, '20', 'Merchant Limit Exceed', 'the merchant is above its limit for the day'],
  [403, '21', 'Set Limit Not Allowed', 'this limit may not be set for the token'],
  [403, '22', 'Token Limit Invalid', 'the limit asked for the token is out of range'],
  [403, '23', 'Account Limit Exceed', 'the account is above its limit for the day'],
  [
    404,
    '00',
    'Invalid Transaction Status',
    'the transaction is in a state that does not allow this',
  ],
  [404, '01', 'Transaction Not Found', 'there is no such transaction'],
  [404, '02', 'Invalid Routing', 'the request cannot be routed'],
  [404, '03', 'Bank Not Supported By Switch', 'the switch does not reach this bank'],
  [404, '04', 'Transaction Cancelled', 'the customer cancelled the transaction'],
  [
    404,
    '05',
    'Merchant Is Not Registered For Card Registration Services',
    'the merchant is not registered for card registration',
  ],
  [404, '06', 'Need To Request OTP', 'a one-time password has to be asked for first'],
  [404, '07', 'Journey Not Found', 'the journey id is not known'],
  [404, '08', 'Invalid Merchant', 'the merchant is not known or its state forbids this'],
  [404, '09', 'No Issuer', 'there is no issuer for this'],
  [
    404,
    '10',
    'Invalid API Transition',
    'this call may not follow the one before within its journey',
  ],
  [
    404,
    '11',
    'Invalid Card/Account/Customer [info]/Virtual Account',
    'the card, account, customer or virtual account is not known',
  ],
  [
    404,
    '12',
    'Invalid Bill/Virtual Account [Reason]',
    'the bill or virtual account is not known, blocked or suspended',
  ],
  [404, '13', 'Invalid Amount', 'the amount differs from the one due'],
  [404, '14', 'Paid Bill', 'the bill has been paid'],
  [404, '15', 'Invalid OTP', 'the one-time password is wrong'],
  [404, '16', 'Partner Not Found', 'the partner is not known'],
  [404, '17', 'Invalid Terminal', 'the terminal is not known'],
  [
    404,
    '18',
    'Inconsistent Request',
    'the same reference came with other content: a failure for a debit transfer, a success for a credit transfer',
  ],
  [404, '19', 'Invalid Bill/Virtual Account', 'the bill or virtual account has expired'],
  [
    405,
    '01',
    'Requested Opearation Is Not Allowed',
    'the operation is not allowed now, as cancelling what cannot be cancelled',
  ],
  [409, '00', 'Conflict', 'the X-EXTERNAL-ID was used before on the same day'],
  [409, '01', 'Duplicate partnerReferenceNo', 'the partnerReferenceNo was used before'],
];

function casesOf(rows: readonly Row[], token: boolean): ResponseCase[] {
  return rows.map(([httpStatus, caseCode, message, meaning]) => ({
    httpStatus,
    caseCode,
    message,
    meaning,
    token,
  }));
}

/** Every case of the standard, ordered by status and case. Source: ASPI, response codes. */
export const responseCases: readonly ResponseCase[] = [
  ...casesOf(tokenRows, true),
  ...casesOf(otherRows, false),
].sort((a, b) => a.httpStatus - b.httpStatus || Number(a.caseCode) - Number(b.caseCode));
