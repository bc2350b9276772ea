const hex = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

/** Percent-encoding as RFC 3986 has it: of all but letters, digits and -._~; encodeURIComponent leaves !'()* too. */
export const rfc3986 = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, hex);

/** application/x-www-form-urlencoded: a space becomes a plus. */
export const form = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()~]/g, hex)
    .replaceAll('%20', '+');

/** The same of PHP's urlencode. */
export const phpForm = (text: string): string => form(text).replaceAll('*', '%2A');

export const escapesInLowerCase = (text: string): string =>
  text.replace(/%../g, (escape) => escape.toLowerCase());
export const escapesInUpperCase = (text: string): string =>
  text.replace(/%../g, (escape) => escape.toUpperCase());

/** Percent escapes decoded; undefined if they can't be. */
export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
