import type { Body, Exchange, Mutation } from '../../schemas/generated/result.js';
import { curlOf } from '../shared/curl.js';
import { describeAnswer } from '../shared/describe-exchange.js';
import { code } from './code.js';
import { markedBody, markedIf, marksOf } from './marks.js';
import { html, type Markup, type Part } from './template.js';

/** The line that an exchange is known by. */
export function exchangeLine(exchange: Exchange): Markup {
  const { id, purpose, mutation, request } = exchange;
  const what = mutation ? mutation.name : `${request.method} ${request.url}`;
  return html`<span class="purpose ${purpose}">${purpose}</span> <span class="what">${what}</span>
    <span class="answer">${describeAnswer(exchange)}</span> <span class="id">${id}</span>`;
}

/** An exchange in full: its mutation, request and response side by side, what was signed, and a curl command. */
export function exchangeBody(exchange: Exchange): Markup {
  const { mutation, signed, startedAt, durationMs, attempts } = exchange;
  const curl = curlOf(exchange.request);
  return html`<div class="exchange-body">
    ${mutation && mutationLine(mutation)}
    <div class="sides">
      <div><h5>Request</h5>${code(requestText(exchange))}</div>
      <div><h5>${exchange.response ? 'Response' : 'No answer'}</h5>${code(responseText(exchange))}</div>
    </div>
    ${signed && html`<h5>String to sign <span class="muted">${signed.algorithm}</span></h5>${code(signed.stringToSign)}`}
    <h5>As a curl command</h5>
    ${curl.caveat !== undefined && html`<p class="muted">${curl.caveat}</p>`}
    ${code(curl.command, { copies: 'the curl command' })}
    <p class="muted numbers">${startedAt}, ${Math.round(durationMs)} ms, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}</p>
  </div>`;
}

function mutationLine({ name, field, before, after }: Mutation): Markup {
  const told = before !== undefined || after !== undefined;
  return html`<p class="mutation"><strong>${name}</strong> <span class="field">${field}</span>
    ${told && html`<span class="change"><del>${value(before)}</del> <span aria-label="became">→</span> <ins>${value(after)}</ins></span>`}</p>`;
}

function value(text: string | undefined): Part {
  if (text === undefined) return html`<em>absent</em>`;
  return text === '' ? html`<em>empty</em>` : html`<code>${text}</code>`;
}

function requestText({ mutation, request: { method, url, headers, body } }: Exchange): Part {
  const marks = marksOf(mutation);
  const lines = headers.map(([name, text]) => [
    markedIf(marks.header(name), `${name}: ${text}`),
    '\n',
  ]);
  const gone = marks.headerName !== undefined && !headers.some(([name]) => marks.header(name));
  const content =
    marks.body && body.text
      ? markedBody(body.text, mutation?.after)
      : markedIf(marks.body, bodyText(body));
  return [
    [markedIf(marks.method, method), ' ', markedIf(marks.path, url), '\n'],
    lines,
    gone && [html`<mark>${marks.headerName}: <em>not sent</em></mark>`, '\n'],
    ['\n', content, body.text !== undefined && body.truncated ? rest(body) : ''],
  ];
}

function responseText({ response, noAnswer }: Exchange): Part {
  if (!response)
    return noAnswer ? `${noAnswer.kind}: ${noAnswer.message}` : 'Nothing was recorded.';
  const { status, headers, body } = response;
  return [
    html`<strong>HTTP ${status}</strong>\n`,
    headers.map(([name, text]) => `${name}: ${text}\n`),
    ['\n', bodyText(body), body.text !== undefined && body.truncated ? rest(body) : ''],
  ];
}

function bodyText(body: Body): Part {
  if (body.base64 !== undefined) {
    const part = body.truncated ? ', the first part of it' : '';
    return html`<em>${body.bytes} bytes that can't be shown as text${part}, in Base64:</em>\n${body.base64}`;
  }
  return body.text ? body.text : html`<em>no body</em>`;
}

function rest(body: Body): Markup {
  return html`\n<em>… cut off: ${body.bytes} bytes in all</em>`;
}
