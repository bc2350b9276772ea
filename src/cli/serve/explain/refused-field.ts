import type { HeaderRule } from '../../../../schemas/generated/profile.js';
import {
  bodyOf,
  type Explain,
  type Explanation,
  type RefusedRequest,
  sentHeader,
} from './refused-request.js';
import { refusedTimestamp } from './refused-timestamp.js';

function grantMember({ service, rules }: RefusedRequest): string {
  return service === 'token-b2b' ? rules.profile.services[service].grantType.member : 'grantType';
}

/** True for a member of the body; the other fields are headers. */
function isMember(request: RefusedRequest, field: string): boolean {
  return ['authCode', 'refreshToken', 'additionalInfo', grantMember(request)].includes(field);
}

/** Why a header or member is said to be missing. */
export const missingField: Explain = (request) => {
  const { field } = request.refused.refusal;
  if (field === undefined) return undefined;
  if (isMember(request, field))
    return bodyOf(request)?.[field] === undefined
      ? { why: `the member ${field} of the body is missing`, remedy: 'add it to the body' }
      : undefined;
  return sentHeader(request, field) === ''
    ? { why: `the header ${field} is missing`, remedy: 'send it' }
    : undefined;
};

/** Why a header or member is said to have the wrong form. */
export const wrongField: Explain = (request) => {
  const { service, refused, rules } = request;
  const { field } = refused.refusal;
  if (field === undefined) return undefined;
  if (refused.step === 'headersOnce')
    return { why: `the header ${field} came more than once`, remedy: 'send it once' };
  if (isMember(request, field)) return wrongMember(request, field);
  const sent = sentHeader(request, field);
  if (sent === '') return { why: `the header ${field} is empty`, remedy: 'send its value' };
  if (field === 'X-TIMESTAMP') return refusedTimestamp(request);
  if (field === 'Private_Key')
    return {
      why: 'the header Private_Key holds no RSA private key in Base64 of PKCS#8',
      remedy: 'send the PEM text without its first and last line, on one line',
    };
  if (service === 'signature-utility') return undefined;
  const most = rules.profile.services['token-b2b'].clientKeyMaxLength;
  return field === 'X-CLIENT-KEY'
    ? againstRule(field, sent, { maxLength: most })
    : againstRule(field, sent, rules.profile.services[service].headers[field] ?? {});
};

function againstRule(
  field: string,
  sent: string,
  { maxLength, form }: Partial<Pick<HeaderRule, 'maxLength' | 'form'>>,
): Explanation | undefined {
  if (typeof maxLength === 'number' && sent.length > maxLength)
    return {
      why: `the header ${field} has ${sent.length} characters, and the profile takes ${maxLength} at most`,
      remedy: 'send a shorter value',
    };
  return form === 'digits' && !/^[0-9]+$/.test(sent)
    ? { why: `the header ${field} holds more than digits`, remedy: 'send the digits 0 to 9 alone' }
    : undefined;
}

function wrongMember(request: RefusedRequest, field: string): Explanation | undefined {
  const { authCodeMaxLength, success } = request.rules.profile.services['token-b2b2c'];
  const value = bodyOf(request)?.[field];
  if (field === 'additionalInfo')
    return typeof value === 'object'
      ? undefined
      : {
          why: `the member ${field} of the body is no object`,
          remedy: 'send an object, or leave it out',
        };
  if (typeof value !== 'string' || value === '')
    return {
      why: `the member ${field} of the body is ${value === '' ? 'empty' : 'no text'}`,
      remedy: 'send a text',
    };
  const most = { authCode: authCodeMaxLength, refreshToken: success.refreshTokenMaxLength }[field];
  return typeof most === 'number' && value.length > most
    ? {
        why: `the member ${field} of the body has ${value.length} characters, and the profile takes ${most} at most`,
        remedy: 'send it as it was given',
      }
    : undefined;
}

/** Why a grant type is refused. */
export const wrongGrantType: Explain = (request) => {
  const { service, rules } = request;
  const member = grantMember(request);
  const { grantType } = rules.profile.services['token-b2b2c'];
  const taken =
    service === 'token-b2b2c'
      ? [...grantType.authorizationCode, ...grantType.refreshToken]
      : [rules.profile.services['token-b2b'].grantType.value];
  const sent = bodyOf(request)?.[member];
  return taken.includes(sent as string)
    ? undefined
    : {
        why: `the member ${member} of the body is none that the service takes`,
        remedy: `send ${taken.join(' or ')}, in these letters`,
      };
};
