import type {
  ControlFinding,
  Result,
  Summary,
  TargetResult,
} from '../../schemas/generated/result.js';
import { furtherControls } from '../shared/further-controls.js';
import { outcomeWords, type ShownOutcome, shownOutcomes } from '../shared/shown-outcome.js';
import { verdictSentence } from '../shared/verdict-sentence.js';
import { icon, verdictLooks } from './icons.js';
import { html, type Markup } from './template.js';
import type { View } from './view.js';

/** The top of the page: what ran, and the verdict of each target. */
export function overview(view: View): Markup {
  const { result } = view;
  const { run, tool } = result;
  return html`<header class="top">
  <p class="kicker">SNAP conformance report</p>
  <h1>${headline(result)}</h1>
  ${run.interrupted && html`<p class="banner">${icon('warning')} This run was interrupted: what stands here is part of it.</p>`}
  <dl class="run numbers">
    <div><dt>Tool</dt><dd>${tool.name} ${tool.version}</dd></div>
    <div><dt>Started</dt><dd><time datetime="${run.startedAt}">${run.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time></dd></div>
    <div><dt>Took</dt><dd>${seconds(Date.parse(run.finishedAt) - Date.parse(run.startedAt))}</dd></div>
    <div><dt>Depth</dt><dd>${run.depth}</dd></div>
    <div><dt>Seed</dt><dd>${run.seed}</dd></div>
    <div><dt>Requests</dt><dd>${result.targets.reduce((sum, { stats }) => sum + stats.requests, 0)}</dd></div>
  </dl>
  <div class="cards">${result.targets.map((target) => card(view, target))}</div>
</header>`;
}

function headline({ targets }: Result): string {
  const [only] = targets;
  if (!only) return 'No target was tested';
  if (targets.length === 1) return `${only.name} is ${only.verdict}`;
  const conformant = targets.filter(({ verdict }) => verdict === 'conformant').length;
  return `${conformant} of ${targets.length} targets conformant`;
}

function card(view: View, target: TargetResult): Markup {
  const looks = verdictLooks[target.verdict];
  const { control, stats } = target;
  return html`<section class="card ${looks}" aria-labelledby="${view.anchors.of(target, 'card')}">
  <h2 id="${view.anchors.of(target, 'card')}">${target.name}</h2>
  <p class="verdict ${looks}">${icon(looks)}${target.verdict}</p>
  <p class="muted">${target.profile}, ${target.role} role, <span class="url">${target.baseUrl}</span></p>
  ${bar(target.summary)}
  <ul class="counts">${shownOutcomes.map((outcome) => count(target.summary, outcome))}</ul>
  ${control.outcome !== 'accepted' && controlFinding(view, target, control)}
  ${furtherControls(target).map(([service, finding]) => controlFinding(view, target, finding, service))}
  ${control.outcome === 'accepted' && target.summary.untested > 0 && html`<p>${verdictSentence(target)}</p>`}
  ${target.notes.length > 0 && html`<ul class="notes">${target.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
  <p class="muted numbers">${stats.requests} requests in ${seconds(stats.durationMs)}</p>
</section>`;
}

function controlFinding(
  view: View,
  target: TargetResult,
  { message, causes = [], exchanges }: ControlFinding,
  service?: string,
): Markup {
  const [evidence] = view.lookup.exchangesOf(target, { exchanges });
  return html`<div class="control-finding">
  <p><strong>${service !== undefined && `${service}: `}${message}</strong></p>
  ${causes.length > 0 && html`<p>Likely causes, the likeliest first:</p><ol>${causes.map((cause) => html`<li>${cause}</li>`)}</ol>`}
  ${evidence && html`<p><a href="${view.anchors.to(target, evidence.id)}">What was sent, and what came back</a></p>`}
</div>`;
}

function count(summary: Summary, outcome: ShownOutcome): Markup {
  const number = countOf(summary, outcome);
  const word = outcome === 'warning' && number !== 1 ? 'warnings' : outcomeWords[outcome];
  return html`<li class="${number === 0 ? 'none' : outcome}"><span class="number">${number}</span> ${word}</li>`;
}

/** The counts as one bar; decoration, the numbers stand below it. */
function bar(summary: Summary): Markup {
  const order: ShownOutcome[] = [
    'passed',
    'failed',
    'warning',
    'cantTell',
    'untested',
    'inapplicable',
  ];
  const total = order.reduce((sum, outcome) => sum + countOf(summary, outcome), 0);
  let x = 0;
  const parts = order.map((outcome) => {
    const width = total === 0 ? 0 : (countOf(summary, outcome) / total) * 100;
    const part = html`<rect class="${outcome}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="1"></rect>`;
    x += width;
    return width === 0 ? '' : part;
  });
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

function countOf(summary: Summary, outcome: ShownOutcome): number {
  return summary[outcome === 'warning' ? 'warnings' : outcome];
}

function seconds(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}
