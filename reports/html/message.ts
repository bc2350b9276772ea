import type { Body, Exchange } from '../../schemas/generated/result.js';
import { markedBody, markedIf, marksOf } from './marks.js';
import { hexOf, reveal } from './reveal.js';
import { html, type Part } from './template.js';
import type { View } from './view.js';

/** How many bytes of a body that is no text are written out before its Base64. */
const mostBytes = 64;

/** The request next to this one: a probe has its control there, a control its probe. */
export interface Beside {
  other: Exchange;
  /** The probe of the two; its mutation says what is marked. */
  probe: Exchange;
}

/** A request as it went over the wire. The changed field is marked; what differs in any two requests is underlined. */
export function requestText(view: View, exchange: Exchange, beside?: Beside): Part {
  const { method, url, headers, body } = exchange.request;
  const mutation = (beside?.probe ?? exchange).mutation;
  const marks = marksOf(mutation);
  const lines = headers.map(([name, text]) => {
    const line = [`${name}: `, reveal(text)];
    if (marks.header(name)) return [markedIf(true, line), '\n'];
    return [
      beside && isFresh(name, text, beside) ? html`<span class="fresh">${line}</span>` : line,
      '\n',
    ];
  });
  const gone = marks.headerName !== undefined && !headers.some(([name]) => marks.header(name));
  const own = beside?.probe === exchange || !beside ? mutation?.after : mutation?.before;
  const content =
    marks.body && body.text
      ? markedBody(body.text, own)
      : markedIf(marks.body, bodyText(view, body));
  return [
    [markedIf(marks.method, method), ' ', markedIf(marks.path, reveal(url)), '\n'],
    lines,
    gone && [html`<mark>${marks.headerName}: <em>${view.say('notSent')}</em></mark>`, '\n'],
    ['\n', content, rest(view, body)],
  ];
}

/** A response, or why there is none. */
export function responseText(view: View, { response, noAnswer }: Exchange): Part {
  if (!response)
    return noAnswer ? `${noAnswer.kind}: ${noAnswer.message}` : view.say('nothingRecorded');
  const { status, headers, body } = response;
  return [
    html`<strong>HTTP ${status}</strong>\n`,
    headers.map(([name, text]) => [`${name}: `, reveal(text), '\n']),
    ['\n', bodyText(view, body), rest(view, body)],
  ];
}

/** True if two requests differ in more than the mutation: in what is new in each request. */
export function differsOfItself({ request }: Exchange, beside: Beside): boolean {
  const marks = marksOf(beside.probe.mutation);
  return request.headers.some(([name, text]) => !marks.header(name) && isFresh(name, text, beside));
}

/** True for a header that the other request has too, with another value. */
function isFresh(name: string, text: string, { other }: Beside): boolean {
  const same = other.request.headers.filter(([key]) => key.toLowerCase() === name.toLowerCase());
  return same.length > 0 && !same.some(([, value]) => value === text);
}

function bodyText(view: View, body: Body): Part {
  if (body.base64 !== undefined) {
    const bytes = Buffer.from(body.base64, 'base64');
    const part = body.truncated ? [', ', view.say('firstPart')] : '';
    const shown = bytes.length > mostBytes && [view.say('firstBytes', mostBytes), ': '];
    return html`<em>${view.say('notText', body.bytes)}${part}:</em>\n${shown}${hexOf(bytes, mostBytes)}\n<em>${view.say('inBase64')}:</em>\n${body.base64}`;
  }
  return body.text ? reveal(body.text) : html`<em>${view.say('noBody')}</em>`;
}

function rest(view: View, body: Body): Part {
  const cut = body.text !== undefined && body.truncated;
  return cut && html`\n<em>${view.say('cutOff', body.bytes)}</em>`;
}
