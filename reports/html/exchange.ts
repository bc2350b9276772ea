import type { Exchange } from '../../schemas/generated/result.js';
import { curlOf } from '../shared/curl.js';
import { describeAnswer } from '../shared/describe-exchange.js';
import { exchangeIn } from '../shared/in-language.js';
import { code } from './code.js';
import { type Beside, differsOfItself, requestText, responseText } from './message.js';
import { mutationBox } from './mutation.js';
import { quoted } from './prose.js';
import { reveal } from './reveal.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** The summary line of an exchange. */
function exchangeLine(view: View, exchange: Exchange): Markup {
  const { id, purpose, mutation, request } = exchange;
  return html`<span class="purpose ${purpose}">${view.say(purpose)}</span> <span class="what">${mutation ? view.said(mutation.name) : quoted(`${request.method} ${request.url}`)}</span>
    <span class="answer">${answered(view, exchange)}</span> <span class="id">${id}</span>`;
}

function answered(view: View, exchange: Exchange): Markup {
  return view.both(describeAnswer(exchange), describeAnswer(exchangeIn(exchange, 'id'), 'id'));
}

/** An exchange on its own, closed. */
export function exchangeDetails(view: View, exchange: Exchange): Markup {
  return html`<details class="exchange"><summary>${exchangeLine(view, exchange)}</summary>
    <div class="exchange-body">${exchange.mutation && mutationBox(view, exchange.mutation)}
    ${messages(view, exchange)}${signedText(view, exchange)}${curl(view, exchange)}</div></details>`;
}

/**
 * A probe beside its control: the one difference, both requests and responses, what was signed, and how to repeat it.
 */
export function comparison(view: View, control: Exchange, probe: Exchange): Markup {
  const side = (exchange: Exchange, other: Exchange, name: 'controlExchange' | 'probeExchange') =>
    html`<div class="side ${exchange.purpose}"><h6>${view.say(name)} <span class="id">${exchange.id}</span> <span class="answer">${answered(view, exchange)}</span></h6>
      ${messages(view, exchange, { other, probe })}${signedText(view, exchange, other)}</div>`;
  return html`<div class="exchange comparison">
    ${probe.mutation && mutationBox(view, probe.mutation)}
    <div class="sides">${side(control, probe, 'controlExchange')}${side(probe, control, 'probeExchange')}</div>
    ${differsOfItself(probe, { other: control, probe }) && html`<p class="muted">${view.say('freshMeans')}</p>`}
    ${curl(view, probe)}
  </div>`;
}

function messages(view: View, exchange: Exchange, beside?: Beside): Markup {
  return html`<div class="messages"><div><p class="label">${view.say('request')}</p>${code(view, requestText(view, exchange, beside))}</div>
    <div><p class="label">${view.say(exchange.response ? 'response' : 'noAnswer')}</p>${code(view, responseText(view, exchange))}</div></div>`;
}

function signedText(view: View, { signed }: Exchange, other?: Exchange): Part {
  if (!signed) return undefined;
  const differs = other?.signed !== undefined && other.signed.algorithm !== signed.algorithm;
  const algorithm = differs
    ? html`<mark>${view.said(signed.algorithm)}</mark>`
    : html`<span class="muted">${view.said(signed.algorithm)}</span>`;
  return html`<p class="label">${view.say('stringToSign')} ${algorithm}</p>${code(view, reveal(signed.stringToSign), 'copyStringToSign')}`;
}

function curl(view: View, { request, startedAt, durationMs, attempts }: Exchange): Markup {
  const { command, caveat } = curlOf(request);
  return html`<p class="label">${view.say('asCurl')}</p>
    ${caveat !== undefined && html`<p class="muted">${quoted(caveat)}</p>`}
    ${code(view, command, 'copyCurl')}
    <p class="muted numbers">${view.say('attempts', startedAt, Math.round(durationMs), attempts)}</p>`;
}
