/** How the body of a token request is written: as JSON, or as a form. */
export type BodyKind = 'json' | 'form';

/** The media type of each, as Content-Type names it. */
export const mediaTypes: Readonly<Record<BodyKind, string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
};

/**
 * Writes the members of a token request. A form has texts alone: any other value stands in it as JSON.
 *
 * Source: ASPI, access token services, request body (JSON); WHATWG URL, application/x-www-form-urlencoded.
 */
export function writeTokenBody(members: Record<string, unknown>, kind: BodyKind): string {
  if (kind === 'json') return JSON.stringify(members);
  const texts = Object.entries(members).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(texts).toString();
}
