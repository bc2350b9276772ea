import type { HistoryPoint, TargetHistory } from '../../schemas/history.js';
import { verdictLooks } from '../html/icons.js';
import { html, type Markup, type Part } from '../html/template.js';
import type { HistoryView } from './view.js';
import type { HistoryWord } from './words.js';

/** The measures of a chart, in units of its own. */
const width = 640;
const height = 178;
const head = 20;
/** Below the axis: the verdicts, or nothing but the dates. */
const foot = 40;
const plot = height - head - foot;
/** Columns and steps are no wider than this, however few results there are. */
const widest = 48;
const mark = 12;

/** Failures and latency over time. They are decoration: the table of results has the same numbers. */
export function charts(view: HistoryView, target: TargetHistory): Markup {
  return html`<div class="charts">${failures(view, target)}${latency(view, target)}</div>`;
}

function failures(view: HistoryView, { points }: TargetHistory): Markup {
  const most = Math.max(
    1,
    ...points.map((point) => countsOf(point).reduce((a, [, b]) => a + b, 0)),
  );
  const columns = points.map((point, at) => {
    let y = head + plot;
    const { x, wide } = place(points, at);
    const parts = countsOf(point).map(([looks, count]) => {
      const tall = (count / most) * plot;
      y -= tall;
      return html`<rect class="${looks}" x="${(x + 1).toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(1, wide - 2).toFixed(1)}" height="${tall.toFixed(1)}"></rect>`;
    });
    const looks = verdictLooks[point.verdict];
    const size = Math.min(mark, wide);
    const icon = html`<use class="${looks}" href="#icon-${looks}" x="${(x + (wide - size) / 2).toFixed(1)}" y="${height - foot + 5}" width="${size.toFixed(1)}" height="${size.toFixed(1)}"></use>`;
    return html`${parts}${icon}`;
  });
  return figure(view, points, {
    ...{ title: 'failuresChart', means: 'failuresChartMeans', most, inside: columns },
  });
}

function countsOf({ summary }: HistoryPoint): [looks: string, count: number][] {
  return [
    ['failed', summary.failed],
    ['warning', summary.warnings],
    ['cantTell', summary.cantTell],
  ];
}

function latency(view: HistoryView, { points }: TargetHistory): Part {
  const measured = points.flatMap(({ latency: times }, at) => (times ? [{ at, ...times }] : []));
  if (measured.length === 0) return undefined;
  const most = Math.max(1, ...measured.map(({ p95Ms }) => p95Ms));
  const line = (name: 'medianMs' | 'p95Ms', looks: string) => {
    const dots = measured.map((each) => {
      const { x, wide } = place(points, each.at);
      const y = head + plot - (each[name] / most) * plot;
      return { x: (x + wide / 2).toFixed(1), y: y.toFixed(1) };
    });
    return html`<polyline class="line ${looks}" points="${dots.map(({ x, y }) => `${x},${y}`).join(' ')}"></polyline>
    ${dots.map(({ x, y }) => html`<circle class="dot ${looks}" cx="${x}" cy="${y}" r="2.5"></circle>`)}`;
  };
  return figure(view, points, {
    ...{ title: 'latencyChart', means: 'latencyChartMeans', most },
    inside: [line('p95Ms', 'p95'), line('medianMs', 'median')],
  });
}

function figure(
  view: HistoryView,
  points: readonly HistoryPoint[],
  chart: { title: HistoryWord; means: HistoryWord; most: number; inside: Part },
): Markup {
  const day = (point: HistoryPoint | undefined) => point?.run.startedAt.slice(0, 10);
  const right = points.length > 1 && day(points.at(-1));
  const edge = place(points, points.length - 1);
  return html`<figure><figcaption><strong>${view.say(chart.title)}</strong> <span class="muted">${view.say(chart.means)}</span></figcaption>
  <svg class="chart" viewBox="0 0 ${width} ${height}" aria-hidden="true">
  <text x="0" y="${head - 6}">${Number(chart.most.toPrecision(3))}</text>
  <path class="axis" d="M0 ${height - foot}H${width}"></path>
  ${chart.inside}
  <text x="0" y="${height - 6}">${day(points[0])}</text>
  ${right && html`<text x="${Math.max(150, edge.x + edge.wide).toFixed(1)}" y="${height - 6}" text-anchor="end">${right}</text>`}
  </svg></figure>`;
}

/** Where a point stands: results follow each other at equal distances, however much time lies between them. */
function place(points: readonly HistoryPoint[], at: number): { x: number; wide: number } {
  const wide = Math.min(widest, width / Math.max(1, points.length));
  return { x: at * wide, wide };
}
