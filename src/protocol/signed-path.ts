/** Which part of a URL is signed: path and query as sent, the path alone, or the path with its parameters sorted. */
export type PathMode = 'with-query' | 'no-query' | 'sorted-query';

/**
 * The path of a request as it stands in a transaction's string-to-sign.
 *
 * @param target path and query as sent, without scheme and host: `/v1.0/balance?b=2&a=1`
 *
 * Source: ASPI, string-to-sign of transactions, note 1 (with-query: the relative path with all parameters);
 * BCA OAuth & Signature (sorted-query: by name, then value, RFC 3986); BRI (no-query).
 */
export function signedPath(target: string, mode: PathMode): string {
  const mark = target.indexOf('?');
  if (mode === 'with-query' || mark === -1) return target;
  const path = target.slice(0, mark);
  if (mode === 'no-query') return path;
  const parameters = target
    .slice(mark + 1)
    .split('&')
    .filter((parameter) => parameter !== '')
    .map((parameter) => {
      const equals = parameter.indexOf('=');
      return equals === -1
        ? ([parameter, undefined] as const)
        : ([parameter.slice(0, equals), parameter.slice(equals + 1)] as const);
    })
    .sort(([a, one = ''], [b, other = '']) => compare(a, b) || compare(one, other))
    .map(([name, value]) => (value === undefined ? name : `${name}=${value}`));
  return parameters.length === 0 ? path : `${path}?${parameters.join('&')}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
