import type { Mutation } from '../../schemas/generated/result.js';
import { reveal } from './reveal.js';
import { html, type Part } from './template.js';

/** What a mutation changes in a request. */
export interface Marks {
  method: boolean;
  path: boolean;
  body: boolean;
  /** True for the header of this name. */
  header(name: string): boolean;
  /** The name of the header that was changed, if it was one. */
  headerName?: string;
}

/** Reads the field of a mutation: `header X-TIMESTAMP`, `headers`, `body /grantType`, `signature`, `method`, `path`. */
export function marksOf(mutation: Mutation | undefined): Marks {
  const [kind = '', ...rest] = (mutation?.field ?? '').split(' ');
  const headerName =
    kind === 'header' ? rest.join(' ') : kind === 'signature' ? 'X-SIGNATURE' : undefined;
  return {
    method: kind === 'method',
    path: kind === 'path' || kind === 'url',
    body: kind === 'body',
    header: (name) => kind === 'headers' || name.toLowerCase() === headerName?.toLowerCase(),
    ...(headerName !== undefined && { headerName }),
  };
}

/** A text of the request, marked as a whole if the mutation changed it. */
export function markedIf(marked: boolean, text: Part): Part {
  return marked ? html`<mark>${text}</mark>` : text;
}

/** A body with the changed part marked: the new value if it occurs once in the body, else all of the body. */
export function markedBody(text: string, after: string | undefined): Part {
  const at = after ? text.indexOf(after) : -1;
  if (!after || at < 0 || text.indexOf(after, at + 1) >= 0)
    return html`<mark>${reveal(text)}</mark>`;
  return [
    reveal(text.slice(0, at)),
    html`<mark>${reveal(after)}</mark>`,
    reveal(text.slice(at + after.length)),
  ];
}
