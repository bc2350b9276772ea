import { type Answer, isSuccess } from '../../src/engine/http/answer.js';
import { isRouterAnswer } from '../../src/engine/http/router-answer.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { AnsweredExchange, Rule, ServiceId } from '../../src/engine/session/service.js';
import { type Message, say } from '../../src/messages/message.js';
import type { DocumentedClass } from '../../src/protocol/fault-classes.js';
import { responseCase } from '../../src/protocol/response-code.js';
import {
  allDocumented,
  codeFits,
  codeOf,
  documentedAnswers,
  hasOwnCodes,
  isDocumented,
  mayBeSuccess,
  statusFits,
} from './documented-answers.js';
import { leakIn } from './leaks.js';

/**
 * The rules for what refusals say, over every refusal of the run, whichever service gives it.
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

/** A message of whichever service: each has what the rules here look at. */
type AnyMessage = AnsweredExchange<ServiceId>;

const generalRules: Rule<ServiceId>[] = [
  {
    id: 'shape',
    // The schema judges what the JSON holds; it can't judge a body without JSON.
    judge: (message) => {
      const { answer } = message;
      if (isTransportRefusal(message) || answer.status >= 500) return null;
      return answer.jsonProblem;
    },
  },
  {
    id: 'status-matches-code',
    judge: (message) => {
      const { answer } = message;
      const code = codeOf(message);
      // A refusal under a success status is never-a-success-status's finding.
      if (!code || isSuccess(answer)) return null;
      const documented = allDocumented(message).filter((each) => codeFits(message, each.code));
      return code.httpStatus === answer.status ||
        documented.some((each) => statusFits(answer, each))
        ? undefined
        : say('shared/errors/code-of-other-status', {
            status: answer.status,
            code: answer.code,
            codeStatus: code.httpStatus,
          });
    },
  },
  {
    id: 'service-code',
    judge: (message) => {
      const { answer, settings } = message;
      const code = codeOf(message);
      if (!code) return null;
      return code.serviceCode === settings.serviceCode
        ? undefined
        : say('shared/errors/code-of-other-service', {
            code: answer.code,
            named: code.serviceCode,
            own: settings.serviceCode,
          });
    },
  },
  {
    id: 'known-case',
    judge: (message) => {
      const { answer } = message;
      const code = codeOf(message);
      if (!code) return null;
      return responseCase(code.httpStatus, code.caseCode)
        ? undefined
        : say('shared/errors/unknown-case', {
            code: answer.code,
            caseCode: code.caseCode,
            codeStatus: code.httpStatus,
          });
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
        : say('shared/errors/content-type', { mediaType });
    },
  },
  {
    id: 'timestamp-header',
    judge: (message) => {
      if (isTransportRefusal(message)) return null;
      return headerOf(message.answer.response.headers, 'x-timestamp') === undefined
        ? say('shared/errors/no-timestamp-header')
        : undefined;
    },
  },
  {
    id: 'no-token',
    judge: ({ answer }) =>
      answer.token === undefined
        ? undefined
        : say('shared/errors/carries-token', { status: answer.status, code: answer.code }),
  },
  {
    id: 'no-5xx',
    judge: (message) => {
      const { answer, faultClass, repeats } = message;
      if (answer.status < 500 || isDocumented(message)) return undefined;
      // It may be granted as well: only what comes again is the request's doing.
      if (faultClass === 'other' && !repeats) return null;
      return say('shared/errors/target-broke', { status: answer.status });
    },
  },
  {
    id: 'no-leak',
    judge: ({ answer }) => {
      const leak = leakIn(textsOf(answer));
      return leak && say('shared/errors/leaks', { leak });
    },
  },
  {
    id: 'never-a-success-status',
    judge: (message) => {
      const { answer } = message;
      return isSuccess(answer) && !mayBeSuccess(message)
        ? say('shared/errors/success-status', { status: answer.status })
        : undefined;
    },
  },
];

/** What an answer says: the texts of its JSON, or its body when it isn't JSON. */
function textsOf({ json, response }: Answer): string {
  return json === undefined ? response.body.toString('utf8') : textsIn(json).join('\n');
}

function textsIn(json: unknown): string[] {
  return Object(json) === json ? Object.values(json as object).flatMap(textsIn) : [String(json)];
}

/** What an HTTP parser or a router refuses on its own, before the service sees the request, has no SNAP form. */
function isTransportRefusal({ answer, faultClass }: AnyMessage): boolean {
  const { status, members } = answer;
  if (isRouterAnswer(answer, faultClass)) return true;
  if (members) return false;
  return [411, 413, 431].includes(status) || (status === 400 && faultClass === 'other');
}

function answerOf(faultClass: string): Rule<ServiceId> {
  return {
    id: faultClass,
    judge: (message) => {
      const { answer } = message;
      const documented = documentedAnswers(message);
      if (message.faultClass !== faultClass || documented.length === 0) return null;
      if (answer.status >= 500) return isDocumented(message) ? undefined : null;
      if (isRouterAnswer(answer, faultClass))
        return say('shared/errors/router-answer', {
          status: answer.status,
          documented: documented.map(({ code }) => code),
        });
      const own = hasOwnCodes(message.settings);
      if (own ? answer.code === undefined : !codeOf(message)) return null;
      const fitting = documented.filter(({ code }) => codeFits(message, code));
      if (fitting.length > 0) {
        // A code of SNAP's form has the status in it, and a success status is another rule's matter.
        if (!own || isSuccess(answer) || fitting.some((each) => statusFits(answer, each)))
          return undefined;
        return say('shared/errors/other-status', {
          faultClass,
          status: answer.status,
          documented: fitting.map(({ status }) => String(status)),
        });
      }
      return say('shared/errors/other-code', {
        faultClass,
        code: answer.code,
        documented: documented.map(({ code }) => code),
      });
    },
  };
}

function messagePattern(message: AnyMessage): Message | undefined | null {
  const text = message.answer.members?.['responseMessage'];
  const documented = documentedAnswers(message).filter(
    ({ code, pattern }) => pattern !== undefined && codeFits(message, code),
  );
  if (typeof text !== 'string' || documented.length === 0) return null;
  if (documented.some(({ pattern = '' }) => new RegExp(pattern, 'iu').test(text))) return undefined;
  return say('shared/errors/other-message', {
    faultClass: message.faultClass,
    text: text.slice(0, 160),
    documented: documented.map((answer) => answer.message),
  });
}

function messageNamesField(message: AnyMessage): Message | undefined | null {
  const { answer, faultField } = message;
  const text = answer.members?.['responseMessage'];
  const code = codeOf(message);
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
    : say('shared/errors/field-not-named', { text: text.slice(0, 160), field: faultField });
}

/** Letters and digits alone, lower case: X-TIMESTAMP, xTimestamp and x_timestamp are one name. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
