import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import { findingOf } from '../shared/finding.js';
import { furtherControls } from '../shared/further-controls.js';
import { byArea, byReason, shownAs } from '../shared/group.js';
import { outcomeWords, type ShownOutcome, shownOutcome } from '../shared/shown-outcome.js';
import { code } from './code.js';
import { icon } from './icons.js';
import { prose } from './prose.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** What is wrong: failures first, then warnings, then what can't be told and what was not tested, by reason. */
export function findingsSection(view: View): Markup {
  const { targets } = view.result;
  return html`<section aria-labelledby="findings-title" id="findings">
  <h2 id="findings-title">What is wrong</h2>
  ${targets.map((target) => targetFindings(view, target))}
</section>`;
}

function targetFindings(view: View, target: TargetResult): Markup {
  const failed = shownAs(target.checks, 'failed');
  const warned = shownAs(target.checks, 'warning');
  const accepted = target.control.outcome === 'accepted';
  return html`<section class="target-findings" aria-labelledby="${view.anchors.of(target, 'findings')}">
  <h3 id="${view.anchors.of(target, 'findings')}">${target.name}</h3>
  ${!accepted && html`<p class="lead">${icon('cantTell')} ${target.control.message}</p>`}
  ${furtherControls(target).map(([service, { message }]) => html`<p class="lead">${icon('cantTell')} ${service}: ${message}</p>`)}
  ${failed.length === 0 && accepted && html`<p class="lead">${icon('passed')} No MUST failed.</p>`}
  ${[...byArea(failed)].map(([area, checks]) => html`<h4>${area}</h4>${checks.map((check) => findingCard(view, target, check))}`)}
  ${warned.length > 0 && html`<h4>Warnings</h4>${warned.map((check) => findingCard(view, target, check))}`}
  ${reasons(view, target, 'cantTell')}
  ${reasons(view, target, 'untested')}
</section>`;
}

function findingCard(view: View, target: TargetResult, check: CheckResult): Markup {
  const finding = findingOf(view.lookup, target, check);
  const outcome = shownOutcome(check);
  return html`<article class="finding ${outcome}">
  <h5>${icon(outcome)}<span>${finding.title}</span> <span class="level ${check.level}">${check.level}</span></h5>
  <p class="id"><a href="${view.anchors.to(target, check.id)}"><code>${check.id}</code></a></p>
  <dl>
    ${finding.sent !== undefined && row('Sent', finding.sent)}
    ${row('Expected', [prose(finding.expected), finding.source !== '' && html` <cite>${finding.source}</cite>`])}
    ${finding.got !== undefined && row('Came back', finding.got)}
    ${row('Found', finding.message)}
    ${finding.lowered !== undefined && row('Level', finding.lowered)}
    ${finding.remedy !== undefined && row('Remedy', prose(finding.remedy))}
  </dl>
  ${finding.replay !== undefined && code(finding.replay, { copies: 'the replay command' })}
</article>`;
}

function row(name: string, content: Part): Markup {
  return html`<div><dt>${name}</dt><dd>${content}</dd></div>`;
}

function reasons(view: View, target: TargetResult, outcome: ShownOutcome): Part {
  const checks = shownAs(target.checks, outcome);
  if (checks.length === 0) return undefined;
  return html`<details class="reasons"><summary>${icon(outcome)}${checks.length} ${outcomeWords[outcome]}, by reason</summary>
  <dl>${[...byReason(checks)].map(([reason, those]) =>
    row(
      reason,
      html`<ul>${those.map(({ id }) => html`<li><a href="${view.anchors.to(target, id)}"><code>${id}</code></a></li>`)}</ul>`,
    ),
  )}</dl></details>`;
}
