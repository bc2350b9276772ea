import type { ServiceAnswers } from '../../schemas/generated/profile.js';
import { type Answer, isSuccess } from '../../src/engine/http/answer.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { AnsweredExchange, Rule, ServiceId } from '../../src/engine/session/service.js';
import type { DocumentedClass } from '../../src/protocol/fault-classes.js';
import { parseResponseCode, responseCase } from '../../src/protocol/response-code.js';
import { leakIn } from './leaks.js';

/**
 * How a refusal is told, over every refusal of the run, by whichever service.
 *
 * @param without General rules that mean nothing for the service.
 */
export function refusalRules<S extends ServiceId>(
  service: S,
  classes: readonly DocumentedClass<S>[],
  without: readonly string[] = [],
): Rule<S>[] {
  const general = generalRules.filter(({ id }) => !without.includes(id));
  return [...general, ...classes.map(answerOf)].map((rule) => ({
    ...rule,
    id: `${service}/errors/${rule.id}`,
    judge: (message) => rule.judge(message as AnyMessage),
  }));
}

/** A message of whichever service: what the rules here look at, all have. */
type AnyMessage = AnsweredExchange<ServiceId>;

const generalRules: Rule<ServiceId>[] = [
  {
    id: 'shape',
    // What the JSON holds is the schema's; it has no say where there is none.
    judge: (message) => {
      const { answer } = message;
      if (isTransportRefusal(message) || answer.status >= 500) return null;
      return answer.jsonProblem;
    },
  },
  {
    id: 'status-matches-code',
    judge: ({ answer }) => {
      const code = parseResponseCode(answer.code ?? '');
      // A refusal under a success status is never-a-success-status's finding.
      if (!code || isSuccess(answer)) return null;
      return code.httpStatus === answer.status
        ? undefined
        : `HTTP ${answer.status} with the code ${answer.code}, which says ${code.httpStatus}`;
    },
  },
  {
    id: 'service-code',
    judge: ({ answer, settings }) => {
      const code = parseResponseCode(answer.code ?? '');
      if (!code) return null;
      return code.serviceCode === settings.serviceCode
        ? undefined
        : `the code ${answer.code} names service ${code.serviceCode}, not ${settings.serviceCode}`;
    },
  },
  {
    id: 'known-case',
    judge: ({ answer }) => {
      const code = parseResponseCode(answer.code ?? '');
      if (!code) return null;
      return responseCase(code.httpStatus, code.caseCode)
        ? undefined
        : `the standard's table has no case ${code.caseCode} under ${code.httpStatus} (${answer.code})`;
    },
  },
  { id: 'message-pattern', judge: messagePattern },
  { id: 'message-names-field', judge: messageNamesField },
  {
    id: 'json-content-type',
    judge: (message) => {
      if (isTransportRefusal(message)) return null;
      const { mediaType } = message.answer;
      return mediaType === 'application/json'
        ? undefined
        : `the refusal's Content-Type is ${mediaType ?? 'absent'}, not application/json`;
    },
  },
  {
    id: 'timestamp-header',
    judge: (message) => {
      if (isTransportRefusal(message)) return null;
      return headerOf(message.answer.response.headers, 'x-timestamp') === undefined
        ? 'the refusal has no X-TIMESTAMP header'
        : undefined;
    },
  },
  {
    id: 'no-token',
    judge: ({ answer }) =>
      answer.token === undefined
        ? undefined
        : `the refusal (HTTP ${answer.status}${answer.code === undefined ? '' : `, ${answer.code}`}) carries an access token`,
  },
  {
    id: 'no-5xx',
    judge: ({ answer }) =>
      answer.status < 500
        ? undefined
        : `HTTP ${answer.status}: the target broke on a request that it should refuse`,
  },
  {
    id: 'no-leak',
    judge: ({ answer }) => {
      const leak = leakIn(textsOf(answer));
      return leak === undefined ? undefined : `the refusal shows ${leak}`;
    },
  },
  {
    id: 'never-a-success-status',
    judge: ({ answer }) =>
      isSuccess(answer) ? `a refusal under HTTP ${answer.status}` : undefined,
  },
];

/** What an answer says: the texts of its JSON, or its body where it is none. */
function textsOf({ json, response }: Answer): string {
  return json === undefined ? response.body.toString('utf8') : textsIn(json).join('\n');
}

function textsIn(json: unknown): string[] {
  return Object(json) === json ? Object.values(json as object).flatMap(textsIn) : [String(json)];
}

/** What an HTTP parser refuses on its own, before the service sees the request, has no SNAP form. */
function isTransportRefusal({ answer, faultClass }: AnyMessage): boolean {
  const { status, members } = answer;
  if (members) return false;
  return [413, 431].includes(status) || (status === 400 && faultClass === 'other');
}

function codeFits({ answer }: AnyMessage, code: string): boolean {
  const given = parseResponseCode(answer.code ?? '');
  const wanted = parseResponseCode(code);
  // The two digits between are the service's: service-code judges them.
  return (
    given !== undefined &&
    wanted !== undefined &&
    given.httpStatus === wanted.httpStatus &&
    given.caseCode === wanted.caseCode
  );
}

function documentedAnswers({ settings, faultClass }: AnyMessage) {
  if (faultClass === undefined || faultClass === 'other') return [];
  const answers = (settings.answers as Record<string, ServiceAnswers>)[faultClass];
  return answers === undefined || answers === 'unspecified' ? [] : answers;
}

function answerOf(faultClass: string): Rule<ServiceId> {
  return {
    id: faultClass,
    judge: (message) => {
      const { answer } = message;
      const documented = documentedAnswers(message);
      if (
        message.faultClass !== faultClass ||
        documented.length === 0 ||
        answer.status >= 500 ||
        !parseResponseCode(answer.code ?? '')
      )
        return null;
      if (documented.some(({ code }) => codeFits(message, code))) return undefined;
      return `${faultClass}: the code is ${answer.code}, documented is ${documented.map(({ code }) => code).join(' or ')}`;
    },
  };
}

function messagePattern(message: AnyMessage): string | undefined | null {
  const text = message.answer.members?.['responseMessage'];
  const documented = documentedAnswers(message).filter(
    ({ code, pattern }) => pattern !== undefined && codeFits(message, code),
  );
  if (typeof text !== 'string' || documented.length === 0) return null;
  if (documented.some(({ pattern = '' }) => new RegExp(pattern, 'iu').test(text))) return undefined;
  return `${message.faultClass}: the message is ${JSON.stringify(text.slice(0, 160))}, documented is ${documented.map((answer) => JSON.stringify(answer.message)).join(' or ')}`;
}

function messageNamesField(message: AnyMessage): string | undefined | null {
  const { answer, faultField } = message;
  const text = answer.members?.['responseMessage'];
  const code = parseResponseCode(answer.code ?? '');
  if (
    faultField === undefined ||
    typeof text !== 'string' ||
    documentedAnswers(message).length === 0
  )
    return null;
  // Cases 01 and 02 are the ones that the standard writes with a field's name.
  if (code?.httpStatus !== 400 || !['01', '02'].includes(code.caseCode)) return null;
  return plain(text).includes(plain(faultField))
    ? undefined
    : `the message ${JSON.stringify(text.slice(0, 160))} doesn't name the field ${faultField}`;
}

/** Letters and digits alone, lower case: X-TIMESTAMP, xTimestamp and x_timestamp are one name. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
