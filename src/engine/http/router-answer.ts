import { type Answer, isSuccess } from './answer.js';

/**
 * True for the refusal of another method that a router gives by itself, before the service is asked: a page, nothing
 * at all, or its own JSON. It has no SNAP form, which is one finding, that of `errors/method`, and no more.
 *
 * @param faultClass What the request gets wrong.
 */
export function isRouterAnswer(answer: Answer, faultClass: string | undefined): boolean {
  const { status, code } = answer;
  return faultClass === 'method' && code === undefined && status < 500 && !isSuccess(answer);
}
