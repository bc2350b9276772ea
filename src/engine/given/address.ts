import { placeholder } from '../evidence/credential-names.js';
import type { InputProblemPlace } from '../input/input-problem.js';
import { incomplete, unreadable } from './given-problem.js';
import type { GivenRequest } from './given-request.js';

type Address = Pick<GivenRequest, 'path' | 'origin' | 'pathProblem'>;

/**
 * Takes the URL of a request apart. Path and query stay as they are written, because they are signed so; a user name
 * and a password are left out.
 *
 * @throws InputProblem for a text that is no http or https URL.
 */
export function addressOf(url: string, place: InputProblemPlace): Address {
  const open = /\{\{[^}]*\}\}/.exec(url);
  if (open)
    return {
      pathProblem: incomplete(`the URL holds a placeholder, ${open[0]}, in place of its value`, {
        ...place,
        remedy: 'Put the value there, or give the path as it was sent with --path.',
      }),
    };
  const hidden = placeholder.exec(decodeBrackets(url));
  if (hidden)
    return {
      pathProblem: incomplete(`the URL holds ${hidden[0]}, by which a report hides a value`, {
        ...place,
        remedy: 'Put the value there, or give the path as it was sent with --path.',
      }),
    };
  const [, scheme = '', authority = '', target = ''] =
    /^(https?):\/\/([^/?#]*)([^#]*)/i.exec(url) ?? [];
  const host = authority.replace(/^.*@/, '');
  if (host === '' || !URL.canParse(`${scheme}://${host}`))
    throw unreadable('the URL of the request is not an http or https URL', {
      ...place,
      remedy: 'Give the whole URL, as https://sandbox.example/v1.0/balance-inquiry.',
    });
  if (/[\s\0]/.test(target))
    throw unreadable('the URL of the request holds white space', {
      ...place,
      remedy: 'Write a space in a URL as %20, and check that no line break came into it.',
    });
  return {
    origin: new URL(`${scheme}://${host}`).origin,
    path: target.startsWith('/') ? target : `/${target}`,
  };
}

/** Some tools encode the brackets of a URL that they pass on. */
function decodeBrackets(url: string): string {
  return url.replace(/%5b/gi, '[').replace(/%5d/gi, ']');
}
