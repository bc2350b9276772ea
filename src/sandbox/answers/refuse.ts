import type {
  Answer as DocumentedAnswer,
  ServiceAnswers,
} from '../../../schemas/generated/profile.js';
import type { DocumentedClass } from '../../protocol/fault-classes.js';
import type { Refusal } from './refusal.js';
import { type SandboxAnswer, type StampSettings, snapAnswer, stampOf } from './sandbox-answer.js';

/** What a refusal depends on, whichever service refuses. */
export interface RefusalSettings {
  serviceCode: string;
  answers: Partial<Record<DocumentedClass, ServiceAnswers>>;
  success: { headers: StampSettings };
}

/** Status and case with the message, as the standard's table of response codes has them. */
type StandardAnswer = readonly [status: number, caseCode: string, message: string];

const fieldFormat: StandardAnswer = [400, '01', 'Invalid Field Format {field}'];

// The standard's answers, for what a profile's document leaves out (ASPI, response codes).
const standard: Readonly<Record<Refusal['faultClass'], StandardAnswer>> = {
  'missing-field': [400, '02', 'Invalid Mandatory Field {field}'],
  'field-format': fieldFormat,
  'timestamp-format': fieldFormat,
  'grant-type': fieldFormat,
  // The table has no 415; a media type that isn't JSON is a header of the wrong form.
  'content-type': fieldFormat,
  'unknown-client': [401, '00', 'Unauthorized. Unknown Client'],
  'invalid-signature': [401, '00', 'Unauthorized. Signature'],
  'invalid-code': [401, '00', 'Unauthorized. Invalid Auth Code'],
  'invalid-refresh-token': [401, '00', 'Unauthorized. Invalid Refresh Token'],
  'malformed-body': [400, '00', 'Bad Request'],
  method: [405, '00', 'Requested Function Is Not Supported'],
  // The only case of status 404 that isn't about a transaction, a card or an account.
  path: [404, '02', 'Invalid Routing'],
  'missing-token': [401, '03', 'Token Not Found (B2B)'],
  'invalid-token': [401, '01', 'Invalid Token (B2B)'],
  'token-scope': [401, '00', 'Invalid Access Token Scope'],
  'missing-customer-token': [401, '04', 'Customer Token Not Found'],
  'invalid-customer-token': [401, '02', 'Invalid Customer Token'],
  conflict: [409, '00', 'Conflict'],
  throttled: [429, '00', 'Too Many Requests'],
  internal: [500, '00', 'General Error'],
};

const extraHeaders: Partial<Record<Refusal['faultClass'], Record<string, string>>> = {
  // RFC 9110 section 15.5.6: a 405 says which methods are allowed.
  method: { Allow: 'POST' },
  // RFC 6585 section 4: a 429 may say when to retry; here, at once.
  throttled: { 'Retry-After': '0' },
};

const reasons: Partial<Record<Refusal['faultClass'], string>> = {
  'unknown-client': 'Unknown Client',
  'invalid-signature': 'Signature',
  'grant-type': 'Oauth Failed',
};

function documented(
  settings: RefusalSettings,
  faultClass: Refusal['faultClass'],
): Pick<DocumentedAnswer, 'code' | 'message'> & { status: number } {
  const answers = settings.answers[faultClass as DocumentedClass] ?? 'unspecified';
  const [status, caseCode, message] = standard[faultClass];
  if (answers !== 'unspecified') {
    const [first] = answers;
    return { ...first, status: first.status === 'unspecified' ? status : first.status };
  }
  return { status, code: `${status}${settings.serviceCode}${caseCode}`, message };
}

/** The answer to a refused request: the first one that the profile lists for the fault class. */
export function refuse(settings: RefusalSettings, refusal: Refusal, now: number): SandboxAnswer {
  const { faultClass, field = 'request' } = refusal;
  const { status, code, message } = documented(settings, faultClass);
  const answer = snapAnswer(status, stampOf(settings.success.headers, now), {
    responseCode: code,
    responseMessage: message
      .replaceAll('{field}', () => field)
      .replaceAll('{reason}', () => reasons[faultClass] ?? 'Request'),
  });
  return { ...answer, headers: { ...answer.headers, ...extraHeaders[faultClass] } };
}
