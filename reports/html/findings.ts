import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import { type Explained, explainedOf } from '../shared/causes.js';
import { refusedControls } from '../shared/further-controls.js';
import { byReason, grouped, shownAs } from '../shared/group.js';
import { tallyOf } from '../shared/judgement/tally.js';
import type { ShownOutcome } from '../shared/shown-outcome.js';
import { byWeight } from '../shared/weight.js';
import { fact } from './fact.js';
import { remedyOfCause, whoMends, whoMendsCause } from './head/who.js';
import { icon } from './icons.js';
import { knownFailure } from './known.js';
import { prose, quoted } from './prose.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';
import type { Word } from './words.js';

/** A check that found something, and where. */
interface Found {
  target: TargetResult;
  check: CheckResult;
}

/** What is wrong, in sentences: each requirement once, with the targets that break it; then what can't be told. */
export function findingsSection(view: View): Markup {
  const { targets } = view.result;
  const found = (outcome: ShownOutcome, known: boolean) =>
    targets.flatMap((target) =>
      shownAs(target.checks, outcome)
        .filter((check) => (check.known !== undefined) === known)
        .map((check) => ({ target, check })),
    );
  const explained = targets.flatMap((target) =>
    explainedOf(target).map(({ cause, checks }) => ({ target, cause, checks })),
  );
  const joined = new Set(explained.flatMap(({ checks }) => checks));
  const unexplained = ({ check }: Found) => !joined.has(check);
  const weighed = (some: readonly Found[]) => byWeight(some, ({ check }) => check.id);
  const failed = weighed(found('failed', false).filter(unexplained));
  const warned = weighed(found('warning', false).filter(unexplained));
  const known = [...found('failed', true), ...found('warning', true)];
  const judged = targets.some((target) => tallyOf(target).judged > 0);
  return html`<section aria-labelledby="findings-title" id="findings">
  <h2 id="findings-title">${view.say('whatIsWrong')}</h2>
  ${targets.map((target) => controlLines(target))}
  ${judged && failed.length + warned.length + known.length + joined.size === 0 && html`<p class="lead">${icon('passed')} ${view.say('nothingWrong')}</p>`}
  ${explained.length > 0 && html`<h3>${view.say('causes', explained.length)}</h3>`}
  ${explained.map((one) => causeCard(view, one))}
  ${group(view, failed, 'mustFailed')}
  ${group(view, warned, 'shouldFailed', 'warningsMean')}
  ${group(view, known, 'knownFailed', 'knownMean')}
  ${reasons(view, 'cantTell', 'cantTellByReason')}
  ${reasons(view, 'untested', 'untestedByReason')}
</section>`;
}

/** A refused control comes before all else. */
function controlLines(target: TargetResult): Part {
  return refusedControls(target).map(([service, { message }]) => {
    const text = service === undefined ? message : `${service}: ${message}`;
    return html`<p class="lead">${icon('cantTell')} <strong>${target.name}</strong>: ${quoted(text)}</p>`;
  });
}

/** A cause, with its findings below. */
function causeCard(
  view: View,
  { target, cause, checks }: Explained & { target: TargetResult },
): Markup {
  const several = view.result.targets.length > 1;
  const remedy = remedyOfCause(view, cause);
  return html`<article class="finding failed cause">
  <h4>${icon('failed')}${several && html`<span class="target-name">${target.name}</span> `}<span lang="en">${cause.message}</span></h4>
  <dl>${remedy && fact(view, 'remedy', remedy)}${fact(view, 'byWhom', whoMendsCause(view, target, cause))}</dl>
  <details class="reasons"><summary>${view.say('findingsOfCause', checks.length)}</summary>
  ${checks.map((check) => findingCard(view, check.id, [{ target, check }]))}</details>
</article>`;
}

function group(view: View, found: readonly Found[], title: Word, meaning?: Word): Part {
  if (found.length === 0) return undefined;
  const byRequirement = grouped(found, ({ check }) => check.id);
  return html`<h3>${view.say(title, byRequirement.size)}</h3>
  ${meaning && html`<p class="muted">${view.say(meaning)}</p>`}
  ${[...byRequirement].map(([id, those]) => findingCard(view, id, those))}`;
}

function findingCard(view: View, id: string, found: readonly Found[]): Markup {
  const requirement = view.lookup.requirement(id);
  const [first] = found;
  const level = first?.check.level ?? 'MUST';
  const looks = level === 'MUST' ? 'failed' : 'warning';
  const roles = [...new Set(found.map(({ target }) => target.role))];
  return html`<article class="finding ${looks}">
  <h4>${icon(looks)}${view.title(id)}<span class="level ${level}">${level}</span></h4>
  <p class="id"><code>${id}</code></p>
  <ul class="found">${found.map((one) => foundLine(view, one))}</ul>
  ${
    requirement &&
    html`<dl><div><dt>${view.say('ifLeft')}</dt><dd lang="en">${prose(requirement.rationale)}</dd></div>
    ${fact(view, 'remedy', view.remedy(requirement))}${fact(
      view,
      'byWhom',
      roles.map((role, at) => [at > 0 && '; ', whoMends(view, { role })]),
    )}</dl>`
  }
</article>`;
}

function foundLine(view: View, { target, check }: Found): Markup {
  const several = view.result.targets.length > 1;
  return html`<li>${several && html`<strong class="target-name">${target.name}</strong> `}<span lang="en">${check.message}</span>
    ${check.lowered !== undefined && html`<span class="muted" lang="en">${check.lowered}</span> `}
    <a class="evidence-link" href="${view.anchors.to(target, check.id)}">${view.say('evidence')}<span class="visually-hidden">: ${target.name}, ${check.id}</span></a>
    ${check.known && knownFailure(view, check.known)}</li>`;
}

function reasons(view: View, outcome: ShownOutcome, title: Word): Part {
  return view.result.targets.map((target) => {
    const checks = shownAs(target.checks, outcome);
    if (checks.length === 0) return undefined;
    return html`<details class="reasons"><summary>${icon(outcome)}<strong>${target.name}</strong>: ${view.say(title, checks.length)}</summary>
  <dl>${[...byReason(checks)].map(
    ([reason, those]) =>
      html`<div><dt lang="en">${reason}</dt><dd><ul>${those.map(({ id }) => html`<li><a href="${view.anchors.to(target, id)}"><code>${id}</code></a></li>`)}</ul></dd></div>`,
  )}</dl></details>`;
  });
}
