import type { TargetResult } from '../../schemas/generated/result.js';
import { scroll } from './scroll.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';
import type { Word } from './words.js';

type Latency = NonNullable<TargetResult['stats']['latency']>;

/** The chart's measures, in units of its own. */
const width = 460;
const height = 160;
const foot = 22;
const head = 26;

/** How long answers took, for each target that was measured. */
export function latencySection(view: View): Part {
  const measured = view.result.targets.flatMap((target) =>
    target.stats.latency ? [{ target, latency: target.stats.latency }] : [],
  );
  if (measured.length === 0) return undefined;
  return html`<section id="latency" aria-labelledby="latency-title">
  <h2 id="latency-title">${view.say('latency')}</h2>
  <p class="muted">${view.say('latencyMeans')}</p>
  <div class="charts">${measured.map(({ target, latency }) => figure(view, target, latency))}</div>
</section>`;
}

function figure(view: View, target: TargetResult, latency: Latency): Markup {
  const { medianMs, p95Ms, maxMs, buckets } = latency;
  const table = html`<table><thead><tr><th scope="col">${view.say('upTo')}</th><th scope="col">${view.say('answers')}</th></tr></thead>
  <tbody>${buckets.map(({ upToMs, count }) => html`<tr><th scope="row">${view.say('milliseconds', upToMs)}</th><td class="numbers">${count}</td></tr>`)}</tbody></table>`;
  return html`<figure><figcaption><strong>${target.name}</strong>: ${view.say('latencyOf', medianMs, p95Ms, maxMs)}</figcaption>
  ${chart(view, latency)}
  <details class="reasons"><summary>${view.say('asTable')}</summary>${scroll(view, 'latency', table)}</details></figure>`;
}

/** A column for each bucket; buckets have the same width on the logarithmic axis. The table has the same numbers. */
function chart(view: View, { medianMs, p95Ms, buckets }: Latency): Markup {
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  const step = width / Math.max(1, buckets.length);
  const columns = buckets.map(({ count }, at) => {
    const tall = (count / most) * (height - head - foot);
    return html`<rect class="column" x="${(at * step + 1).toFixed(1)}" y="${(height - foot - tall).toFixed(1)}" width="${(step - 2).toFixed(1)}" height="${tall.toFixed(1)}"></rect>`;
  });
  const every = Math.ceil(buckets.length / 10);
  const ticks = buckets.map(
    ({ upToMs }, at) =>
      at % every === every - 1 &&
      html`<text x="${((at + 1) * step).toFixed(1)}" y="${height - 6}" text-anchor="end"${view.again('milliseconds', upToMs)}>${view.text('milliseconds', upToMs)}</text>`,
  );
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" aria-hidden="true">${columns}
  <path class="axis" d="M0 ${height - foot}H${width}"></path>${ticks}
  ${rule(place(medianMs, buckets), 'median', 10, 'end')}${rule(place(p95Ms, buckets), 'p95', 22, 'start')}</svg>`;

  function rule(at: number, name: Word, y: number, side: 'start' | 'end'): Markup {
    const x = at * width;
    const anchor = x > width - 60 ? 'end' : x < 60 ? 'start' : side;
    return html`<path class="rule" d="M${x.toFixed(1)} ${y - 8}V${height - foot}"></path><text x="${(x + (anchor === 'end' ? -4 : 4)).toFixed(1)}" y="${y}" text-anchor="${anchor}"${view.again(name)}>${view.text(name)}</text>`;
  }
}

/** The place of a time on the axis, 0 to 1: within its bucket by the logarithm. */
function place(ms: number, buckets: Latency['buckets']): number {
  const found = buckets.findIndex(({ upToMs }) => ms <= upToMs);
  const at = found < 0 ? buckets.length - 1 : found;
  const above = buckets[at]?.upToMs ?? ms;
  const below = buckets[at - 1]?.upToMs ?? above / 10 ** 0.25;
  const within = Math.log(Math.max(ms, below) / below) / Math.log(above / below);
  return (at + Math.min(1, Number.isFinite(within) ? within : 1)) / Math.max(1, buckets.length);
}
