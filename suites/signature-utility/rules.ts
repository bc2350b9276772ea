import { headerOf } from '../../src/engine/http/wire.js';
import type { UtilityPart } from '../../src/engine/request/utility-draft.js';
import type { AnsweredExchange, Rule } from '../../src/engine/session/service.js';
import { parseResponseCode } from '../../src/protocol/response-code.js';
import { decodeSignature } from '../../src/protocol/signature.js';
import { neededHeaders } from './mutations.js';

type UtilityMessage = AnsweredExchange<'signature-utility'>;

/** The headers that carry a secret. */
const secretHeaders: Record<UtilityPart, string> = {
  auth: 'Private_Key',
  service: 'X-CLIENT-SECRET',
};

/** What the answers with a signature must keep to. */
export function grantRules(part: UtilityPart): Rule<'signature-utility'>[] {
  return [
    keepsSecret(part),
    {
      id: `signature-utility/${part}/encoding`,
      judge: ({ answer, settings }) => {
        const signature = answer.members?.['signature'];
        if (typeof signature !== 'string') return null;
        const hex = /^(?:[0-9a-f]{2})+$/i.test(signature);
        // Hexadecimal digits are Base64 characters too, and as many as make a signature are no accident.
        const fits = hex
          ? settings.encoding === 'hex'
          : decodeSignature(signature, settings.encoding) !== undefined;
        if (fits) return undefined;
        return `the signature is ${hex ? 'hexadecimal' : 'written otherwise'}: ${signature.slice(0, 24)}…, documented is ${settings.encoding}`;
      },
    },
  ];
}

/** What the answers without one must keep to. */
export function refusalRules(part: UtilityPart): Rule<'signature-utility'>[] {
  return [
    keepsSecret(part),
    {
      id: `signature-utility/${part}/client-error`,
      judge: ({ answer }) =>
        answer.status >= 400 && answer.status < 500
          ? undefined
          : `HTTP ${answer.status} for a request that lacks what it needs: a 4xx says whose mistake it is`,
    },
    { id: `signature-utility/${part}/error-code`, judge: errorCode },
    { id: `signature-utility/${part}/names-field`, judge: (message) => namesField(part, message) },
  ];
}

function errorCode({ answer, settings, faultClass }: UtilityMessage): string | undefined | null {
  if (answer.status < 400 || answer.status >= 500) return null;
  const code = answer.members?.['responseCode'];
  if (code === undefined) return `the refusal (HTTP ${answer.status}) has no responseCode`;
  const parsed = typeof code === 'string' ? parseResponseCode(code) : undefined;
  if (!parsed) return `responseCode is ${JSON.stringify(code)}, not a text of seven digits`;
  if (parsed.httpStatus !== answer.status)
    return `HTTP ${answer.status} with the code ${code}, which says ${parsed.httpStatus}`;
  const documented = faultClass === 'missing-field' ? settings.answers['missing-field'] : [];
  if (documented === 'unspecified' || documented.length === 0) return undefined;
  return documented.some((each) => each.code === code)
    ? undefined
    : `the code is ${code}, documented is ${documented.map((each) => each.code).join(' or ')}`;
}

function namesField(
  part: UtilityPart,
  { request, answer, settings, faultField }: UtilityMessage,
): string | undefined | null {
  const text = answer.members?.['responseMessage'];
  const wrong =
    faultField ?? neededHeaders[part].find((name) => headerOf(request.headers, name) === undefined);
  if (wrong === undefined || typeof text !== 'string') return null;
  const names = [wrong, wrong.replace(/^X-/i, ''), settings.fields[wrong]];
  return names.some((name) => name !== undefined && plain(text).includes(plain(name)))
    ? undefined
    : `the message ${JSON.stringify(text.slice(0, 160))} doesn't name ${wrong}`;
}

/** Letters and digits alone, lower case: Private_Key and privateKey are one name. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Where the secret comes back: whole, however the answer wraps or escapes it. */
function keepsSecret(part: UtilityPart): Rule<'signature-utility'> {
  const name = secretHeaders[part];
  return {
    id: `signature-utility/${part}/keeps-secret`,
    judge: ({ request, answer }) => {
      const secret = headerOf(request.headers, name);
      if (secret === undefined || secret.length < 16) return null;
      const { body, headers } = answer.response;
      const said = [body.toString('utf8'), ...headers.map(([, value]) => value)].join('\n');
      return said.replace(/\\[rn]|[\\\s]/g, '').includes(secret.replace(/\s/g, ''))
        ? `the answer (HTTP ${answer.status}) holds what was sent as ${name}`
        : undefined;
    },
  };
}
