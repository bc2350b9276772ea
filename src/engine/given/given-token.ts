import { headerOf } from '../http/wire.js';
import { shownOpen } from './curl/curl-body.js';
import { hiddenIn } from './given-header.js';
import { incomplete } from './given-problem.js';
import type { GivenRequest } from './given-request.js';

/** The access token of a request, and how a shell gets it if the request says so. */
export interface GivenToken {
  value: string;
  /** Within double quotes: `$TOKEN`. */
  shell?: string;
}

const remedy =
  'Give it with --access-token-env NAME or --access-token-file FILE: export NAME=… first.';

/**
 * The access token that a request carries in Authorization, without `Bearer `.
 *
 * @param environment where a variable of a curl command is looked up, as the shell would
 * @returns undefined if there is none
 * @throws InputProblem when it is shortened, hidden, or only known to the shell.
 */
export function givenToken(
  given: GivenRequest,
  environment: Readonly<Record<string, string | undefined>>,
): GivenToken | undefined {
  const { headers, open, place } = given;
  const header = headerOf(headers, 'Authorization');
  if (header === undefined) return undefined;
  const opened = open.get('authorization');
  if (opened !== undefined) {
    const name = /^\$\{?(?:env:)?(\w+)\}?$/.exec(opened)?.[1];
    const value = name === undefined ? undefined : environment[name];
    if (value === undefined || value === '')
      throw incomplete(
        name === undefined
          ? `the shell puts the access token into this command, ${shownOpen(opened)}, and it is not run here`
          : `the command takes the access token from the variable ${name}, which is not set here`,
        { ...place, remedy },
      );
    return { value: header.replace(opened, () => value).replace(bearer, ''), shell: `$${name}` };
  }
  const hidden = hiddenIn(header);
  if (hidden !== undefined) throw incomplete(`the access token ${hidden}`, { ...place, remedy });
  if (!bearer.test(header))
    throw incomplete('Authorization holds no Bearer token', { ...place, remedy });
  const value = header.replace(bearer, '').trim();
  return value === '' ? undefined : { value };
}

const bearer = /^bearer\s+/i;
