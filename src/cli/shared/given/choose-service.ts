import type { GivenRequest } from '../../../engine/given/given-request.js';
import { serviceOfGiven } from '../../../engine/given/service-of-given.js';
import { InputProblem } from '../../../engine/input/input-problem.js';
import { say } from '../../../messages/message.js';
import { render } from '../../../messages/render.js';
import { readRequest } from './read-request.js';
import type { RequestFlags } from './request-flags.js';

/**
 * Reads the request of a command that names no service, and says which service its headers show.
 *
 * @throws InputProblem when there is no request, and when its headers don't show it.
 */
export function chooseService(flags: RequestFlags & { body?: string }): {
  service: 'token' | 'transaction';
  given: GivenRequest;
} {
  const given = readRequest(flags);
  if (!given)
    throw new InputProblem('missing-option', 'no request is given', {
      remedy: 'Name its file with --request, or say `token` or `transaction` after the command.',
    });
  const service = serviceOfGiven(given);
  console.error(
    render(say('mistakes/given/told-by', { service: say(`mistakes/given/kind-${service}`) })),
  );
  return { service, given };
}
