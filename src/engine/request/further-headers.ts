import type { FurtherHeaders } from '../../../schemas/resolved.js';
import type { WireHeaders } from '../http/wire.js';

/**
 * The headers of a request besides those that the suite makes: the config's, and then those for which the profile
 * has a value.
 *
 * @param rules what the profile says of headers, by name
 * @param given the config's headers, which replace the profile's of the same name
 * @param clientId stands in place of `{clientId}`; without it a header whose value names it is left out
 */
export function furtherHeaders(
  rules: FurtherHeaders,
  given: Readonly<Record<string, string>>,
  clientId?: string,
): WireHeaders {
  const named = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const documented = Object.entries(rules).flatMap(
    ([name, { value }]): WireHeaders =>
      value === undefined ||
      named.has(name.toLowerCase()) ||
      (clientId === undefined && value.includes('{clientId}'))
        ? []
        : [[name, value.replaceAll('{clientId}', () => clientId ?? '')]],
  );
  return [...Object.entries(given), ...documented];
}
