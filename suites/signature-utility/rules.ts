import { headerOf } from '../../src/engine/http/wire.js';
import type { UtilityPart } from '../../src/engine/request/utility-draft.js';
import type { AnsweredExchange, Rule } from '../../src/engine/session/service.js';
import { type Message, say } from '../../src/messages/message.js';
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
        const written = { start: signature.slice(0, 24), documented: settings.encoding };
        return hex
          ? say('signature-utility/answer/in-hex', written)
          : say('signature-utility/answer/in-other-encoding', written);
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
          : say('signature-utility/answer/not-client-error', { status: answer.status }),
    },
    { id: `signature-utility/${part}/error-code`, judge: errorCode },
    { id: `signature-utility/${part}/names-field`, judge: (message) => namesField(part, message) },
  ];
}

function errorCode({ answer, settings, faultClass }: UtilityMessage): Message | undefined | null {
  const { status, members } = answer;
  if (status < 400 || status >= 500) return null;
  const code = members?.['responseCode'];
  if (code === undefined) return say('signature-utility/answer/no-code', { status });
  const parsed =
    typeof code === 'string' ? parseResponseCode(code, settings.serviceCode) : undefined;
  if (typeof code !== 'string' || !parsed)
    return say('signature-utility/answer/code-not-seven-digits', { code: JSON.stringify(code) });
  if (parsed.httpStatus !== status)
    return say('shared/errors/code-of-other-status', {
      status,
      code,
      codeStatus: parsed.httpStatus,
    });
  const documented = faultClass === 'missing-field' ? settings.answers['missing-field'] : [];
  if (documented === 'unspecified' || documented.length === 0) return undefined;
  return documented.some((each) => each.code === code)
    ? undefined
    : say('signature-utility/answer/other-code', {
        code,
        documented: documented.map((each) => each.code),
      });
}

function namesField(
  part: UtilityPart,
  { request, answer, settings, faultField }: UtilityMessage,
): Message | undefined | null {
  const text = answer.members?.['responseMessage'];
  const wrong =
    faultField ?? neededHeaders[part].find((name) => headerOf(request.headers, name) === undefined);
  if (wrong === undefined || typeof text !== 'string') return null;
  const names = [wrong, wrong.replace(/^X-/i, ''), settings.fields[wrong]];
  return names.some((name) => name !== undefined && plain(text).includes(plain(name)))
    ? undefined
    : say('signature-utility/answer/header-not-named', { text: text.slice(0, 160), header: wrong });
}

/** Letters and digits alone, lower case: Private_Key and privateKey are one name. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The secret must not come back whole, however the answer wraps or escapes it. */
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
        ? say('signature-utility/answer/holds-secret', { status: answer.status, header: name })
        : undefined;
    },
  };
}
