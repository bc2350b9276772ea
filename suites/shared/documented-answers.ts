import type { ServiceAnswer, ServiceAnswers } from '../../schemas/generated/profile.js';
import { type Answer, isSuccess } from '../../src/engine/http/answer.js';
import type { AnsweredExchange, ServiceId } from '../../src/engine/session/service.js';
import { parseResponseCode, type ResponseCode } from '../../src/protocol/response-code.js';

/** A message of whichever service: each has what is looked at here. */
type AnyMessage = AnsweredExchange<ServiceId>;

/** The answers that the document has for what a request got wrong. */
export function documentedAnswers({ settings, faultClass }: AnyMessage): readonly ServiceAnswer[] {
  if (faultClass === undefined || faultClass === 'other') return [];
  const answers = (settings.answers as Record<string, ServiceAnswers>)[faultClass];
  return answers === undefined || answers === 'unspecified' ? [] : answers;
}

/** Every answer that the document has for any wrong request to the service. */
export function allDocumented({ settings }: AnyMessage): readonly ServiceAnswer[] {
  return Object.values(settings.answers as Record<string, ServiceAnswers>).flatMap((answers) =>
    answers === 'unspecified' ? [] : answers,
  );
}

/** True if codes are of the provider's own form, whose parts mean nothing. */
export function hasOwnCodes(settings: object): boolean {
  return 'codeForm' in settings && settings.codeForm === 'own';
}

/** The parts of an answer's code; undefined if it has none of SNAP's form. */
export function codeOf({ answer, settings }: AnyMessage): ResponseCode | undefined {
  if (hasOwnCodes(settings)) return undefined;
  return parseResponseCode(answer.code ?? '', codeOfService(settings));
}

/** True if an answer's code is a documented one. */
export function codeFits(message: AnyMessage, code: string): boolean {
  if (hasOwnCodes(message.settings)) return message.answer.code === code;
  const given = codeOf(message);
  const wanted = parseResponseCode(code, codeOfService(message.settings));
  // The two characters between are the service's: service-code judges them.
  return (
    given !== undefined &&
    wanted !== undefined &&
    given.httpStatus === wanted.httpStatus &&
    given.caseCode === wanted.caseCode
  );
}

/** True if an answer's HTTP status is the documented one. */
export function statusFits({ status }: Pick<Answer, 'status'>, documented: ServiceAnswer): boolean {
  return documented.status === 'unspecified' || documented.status === status;
}

/** True for an answer that the document has for what the request got wrong, code and status. */
export function isDocumented(message: AnyMessage): boolean {
  return answersFor(message).some(
    (each) => codeFits(message, each.code) && statusFits(message.answer, each),
  );
}

/** True if the document itself refuses under the success status of an answer. */
export function mayBeSuccess(message: AnyMessage): boolean {
  const { answer } = message;
  return isSuccess(answer) && answersFor(message).some((each) => statusFits(answer, each));
}

/** What the document has for a wrong request; any of its answers, if it has none for what is wrong with this one. */
function answersFor(message: AnyMessage): readonly ServiceAnswer[] {
  const documented = documentedAnswers(message);
  return documented.length > 0 || message.faultClass === undefined
    ? documented
    : allDocumented(message);
}

function codeOfService(settings: AnyMessage['settings']): string {
  return settings.serviceCode;
}
