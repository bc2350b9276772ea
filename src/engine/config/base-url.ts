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

/**
 * A base URL without the path of a service at its end, which was copied along with it: requests add that path.
 *
 * @param paths of the services, as they stand after a base URL
 * @returns the URL without a slash at its end, and the path that was cut off, if one was
 */
export function withoutServicePath(
  url: string,
  paths: readonly string[],
): { baseUrl: string; cut?: string } {
  const baseUrl = url.replace(/\/+$/, '');
  const ends = (path: string) => path.length > 1 && new URL(baseUrl).pathname.endsWith(path);
  const cut = paths.filter((path) => baseUrl.endsWith(path) && ends(path))[0];
  return cut === undefined ? { baseUrl } : { baseUrl: baseUrl.slice(0, -cut.length), cut };
}
