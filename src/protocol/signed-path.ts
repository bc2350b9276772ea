/** Which part of a URL is signed: path and query as sent, the path alone, or the path with its parameters sorted. */
export type PathMode = 'with-query' | 'no-query' | 'sorted-query';

/** How a signed path differs from the one of the request: what is cut off its beginning, and what is put there then. */
export interface PathChange {
  /** `/gateway`, or `none`. */
  cut: string;
  /** `/api`, or `none`. */
  add: string;
}

const unchanged: PathChange = { cut: 'none', add: 'none' };

/**
 * The path of a request as it stands in a transaction's string-to-sign.
 *
 * @param target path and query as sent, without scheme and host: `/v1.0/balance?b=2&a=1`
 *
 * @param change what a gateway does with the path before it is signed, if a document says so
 *
 * Source: ASPI, string-to-sign of transactions, note 1 (with-query: the relative path with all parameters);
 * BCA OAuth & Signature (sorted-query: by name, then value, RFC 3986); BRI (no-query).
 */
export function signedPath(target: string, mode: PathMode, change: PathChange = unchanged): string {
  return byMode(changedPath(target, change), mode);
}

/** A part of a segment is none: `/api` isn't cut off `/apis`. */
function changedPath(target: string, { cut, add }: PathChange): string {
  const begins = cut !== 'none' && /^[/?]|^$/.test(target.slice(cut.length));
  const rest = begins && target.startsWith(cut) ? target.slice(cut.length) : target;
  return add === 'none' ? rest : `${add}${rest}`;
}

function byMode(target: string, mode: PathMode): string {
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
