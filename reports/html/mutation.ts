import type { Mutation } from '../../schemas/generated/result.js';
import { difference } from './difference.js';
import { bytesMatter, hexOf, reveal } from './reveal.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** How many bytes are written out. */
const mostBytes = 48;

/**
 * The one difference of a probe: its name, its field, the value before and after, and the bytes if the look deceives.
 */
export function mutationBox(view: View, { name, field, before, after }: Mutation): Markup {
  const told = before !== undefined || after !== undefined;
  const apart = before && after ? difference(before, after) : undefined;
  return html`<div class="mutation">
    <p>${view.say('oneDifference')}: <strong>${view.said(name)}</strong> <code class="field">${field}</code></p>
    ${
      told &&
      html`<p class="change"><del>${value(view, before, apart && { ...apart, mine: apart.gone })}</del> <span class="arrow"${view.attribute('aria-label', 'became')} role="img">→</span> <ins>${value(view, after, apart && { ...apart, mine: apart.came })}</ins></p>`
    }
    ${bytes(view, apart?.gone ?? before ?? '', apart?.came ?? after ?? '')}
  </div>`;
}

function value(
  view: View,
  text: string | undefined,
  apart: { start: string; mine: string; end: string } | undefined,
): Part {
  if (text === undefined) return html`<em>${view.say('absent')}</em>`;
  if (text === '') return html`<em>${view.say('empty')}</em>`;
  if (!apart) return html`<code><b>${reveal(text)}</b></code>`;
  const { start, mine, end } = apart;
  return html`<code>${reveal(start)}${mine !== '' && html`<b>${reveal(mine)}</b>`}${reveal(end)}</code>`;
}

function bytes(view: View, gone: string, came: string): Part {
  if (!bytesMatter(gone) && !bytesMatter(came)) return undefined;
  return html`<p class="bytes">${view.say('bytes')}: <code>${hex(view, gone)}</code> <span aria-hidden="true">→</span> <code>${hex(view, came)}</code></p>`;
}

function hex(view: View, text: string): Part {
  const length = Buffer.byteLength(text);
  if (length === 0) return html`<em>${view.say('none')}</em>`;
  return [hexOf(text, mostBytes), length > mostBytes && [' ', view.say('bytesInAll', length)]];
}
