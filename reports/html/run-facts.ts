import type { TargetResult } from '../../schemas/generated/result.js';
import { documentWords } from '../shared/document-words.js';
import { serviceWords } from '../shared/service-words.js';
import { fact } from './fact.js';
import { instant, seedOf } from './header.js';
import { partMark } from './part-mark.js';
import { scroll } from './scroll.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';
import type { Word } from './words.js';

/** What identifies the run: tool, time, seed, catalogue, and for each target the profile that it was held to. */
export function runFactsSection(view: View): Markup {
  const { run, tool, targets } = view.result;
  const requests = targets.reduce((sum, { stats }) => sum + stats.requests, 0);
  return html`<section id="run" aria-labelledby="run-title">
  <h2 id="run-title">${view.say('runFacts')}</h2>
  <p class="muted">${view.say('runFactsMean')}</p>
  <dl class="facts numbers">
    ${fact(view, 'tool', `${tool.name} ${tool.version}`)}
    ${fact(view, 'started', instant(run.startedAt))}
    ${fact(view, 'finished', instant(run.finishedAt))}
    ${fact(view, 'depth', run.depth)}
    ${fact(view, 'seed', seedOf(view))}
    ${tool.libraries && fact(view, 'inputsBy', librariesOf(tool.libraries))}
    ${fact(view, 'requests', view.say('number', requests))}
    ${run.catalogueDigest !== undefined && fact(view, 'catalogue', digest(run.catalogueDigest))}
  </dl>
  ${targets.length > 0 && scroll(view, 'runFacts', targetTable(view))}
</section>`;
}

/** A column for each target. */
function targetTable(view: View): Markup {
  const { targets } = view.result;
  const row = (name: Word, of: (target: TargetResult) => Part) =>
    html`<tr><th scope="row">${view.say(name)}</th>${targets.map((target) => html`<td>${of(target)}</td>`)}</tr>`;
  const digests = targets.some(({ profileDigest }) => profileDigest !== undefined);
  return html`<table class="targets"><thead><tr><th scope="col">${view.say('target')}</th>${targets.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
  ${row('verdict', (target) => html`${view.say(target.verdict)}${partMark(view, target)}`)}
  ${targets.some(({ basis }) => choiceOf(basis) !== '') && row('choice', ({ basis }) => html`<code>${choiceOf(basis)}</code>`)}
  ${row('profile', ({ profile }) => html`<code>${profile}</code>`)}
  ${digests && row('profileDigest', ({ profileDigest }) => profileDigest !== undefined && digest(profileDigest))}
  ${targets.some(({ profileDocuments = [] }) => profileDocuments.length > 0) && row('profileDocuments', documentsOf)}
  ${row('role', ({ role }) => view.say(`${role}Role`))}
  ${row('address', ({ baseUrl }) => html`<code>${baseUrl}</code>`)}
  ${targets.some(({ partOf }) => partOf !== undefined) && row('service', (target) => html`<code>${serviceWords(target) ?? ''}</code>`)}
  ${row('requests', ({ stats }) => view.say('number', stats.requests))}
  ${row('took', ({ stats }) => view.say('seconds', stats.durationMs / 1000))}
  </tbody></table>`;
}

/** The documents that a profile rests on, each with its edition. */
function documentsOf({ profileDocuments = [] }: TargetResult): Markup {
  return html`<ul>${profileDocuments.map((document) => html`<li>${documentWords(document)}</li>`)}</ul>`;
}

/** What makes the inputs: under another version, the same seed gives others. */
function librariesOf(libraries: Record<string, string>): string {
  return Object.entries(libraries)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}

/** What the verdict depends on besides the outcomes, as options of the command; empty if all is as usual. */
function choiceOf(basis: TargetResult['basis']): string {
  if (!basis) return '';
  const { strict, only, skip, shards } = basis;
  return [
    ...(only.length > 0 ? [`--only ${only.join(',')}`] : []),
    ...(skip.length > 0 ? [`--skip ${skip.join(',')}`] : []),
    ...(strict ? ['--strict'] : []),
    ...(shards ? [`--shard ${shards.held.join(', ')}/${shards.count}`] : []),
  ].join(', ');
}

function digest(text: string): Markup {
  return html`<code class="digest">${text}</code>`;
}
