import type { HistoryPoint, TargetHistory } from '../../schemas/history.js';
import { icon, verdictLooks } from '../html/icons.js';
import { scroll } from '../html/scroll.js';
import { html, type Markup, type Part } from '../html/template.js';
import { timeOf } from './moments.js';
import type { HistoryView } from './view.js';
import type { HistoryWord } from './words.js';

const columns: readonly HistoryWord[] = [
  ...(['started', 'verdict', 'must', 'should', 'open', 'reasonsCol'] as const),
  ...(['medianMs', 'p95Ms', 'profile', 'version', 'result'] as const),
];

/** Every result of a target, the latest first. */
export function pointsTable(view: HistoryView, target: TargetHistory): Markup {
  const rows = target.points.map((point, at) => row(view, target, point, at)).toReversed();
  return scroll(
    view,
    'points',
    html`<table class="points"><thead><tr>${columns.map((name) => html`<th scope="col">${view.say(name)}</th>`)}</tr></thead>
  <tbody>${rows}</tbody></table>`,
  );
}

function row(view: HistoryView, target: TargetHistory, point: HistoryPoint, at: number): Markup {
  const { run, summary, causes, latency, profile } = point;
  return html`<tr><th scope="row">${timeOf(target, at)}${run.interrupted && html`<span class="tag">${view.say('wasInterrupted')}</span>`}</th>
  <td>${verdict(view, point)}</td>
  <td class="numbers">${summary.failed}</td><td class="numbers">${summary.warnings}</td><td class="numbers">${summary.cantTell}</td>
  <td>${causes.length > 0 && html`<ul lang="en">${causes.map((cause) => html`<li>${cause}</li>`)}</ul>`}</td>
  <td class="numbers">${time(view, latency?.medianMs)}</td><td class="numbers">${time(view, latency?.p95Ms)}</td>
  <td>${profile}</td><td class="numbers">${run.version}</td><td class="file"><code>${run.file}</code></td></tr>`;
}

function verdict(view: HistoryView, { verdict: own, storedVerdict, part }: HistoryPoint): Markup {
  const looks = verdictLooks[own];
  return html`<span class="outcome ${looks}">${icon(looks)}${view.say(own)}</span>${part && html` ${view.say('inPart', part.chosen, part.all)}`}${storedVerdict && html` (${view.say('fileStates')} ${view.say(storedVerdict)})`}`;
}

function time(view: HistoryView, ms: number | undefined): Part {
  return ms === undefined ? html`<span class="muted">–</span>` : view.say('number', ms);
}
