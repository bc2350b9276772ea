import { InputProblem, type InputProblemPlace } from '../input/input-problem.js';

/**
 * Checks what a pattern can't: that host and port are possible, and that the URL has no credentials in it,
 * because every report shows it.
 *
 * @throws InputProblem when one of them isn't so.
 */
export function requireBaseUrl(text: string, place: InputProblemPlace): void {
  if (!URL.canParse(text)) {
    throw new InputProblem('invalid-url', 'no URL can look like this: host or port is wrong', {
      ...place,
      remedy: 'Write scheme, host, port and path: https://sandbox.example:8443/prefix.',
    });
  }
  const { username, password } = new URL(text);
  if (username !== '' || password !== '') {
    throw new InputProblem('url-with-credentials', 'a user name or password stands in the URL', {
      ...place,
      remedy: 'Take it out: the service knows a client by its key, and reports show the URL.',
    });
  }
}
