import { baselineFindings } from '../shared/baseline-findings.js';
import { cards } from './cards.js';
import { fact } from './fact.js';
import { choice } from './filter.js';
import { runSentence } from './head/sentence.js';
import { icon } from './icons.js';
import { quoted } from './prose.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** The bar at the top: the two views, the language, the theme, the keys. */
export function topBar(view: View): Markup {
  return html`<div class="bar-top"><h1>${view.say('report')}</h1>
  <nav${view.attribute('aria-label', 'views')} class="views"><a href="#summary" aria-current="page">${view.say('summary')}</a> <a href="#details">${view.say('details')} <span class="numbers">${view.result.targets.reduce((sum, { checks }) => sum + checks.length, 0)}</span></a></nav>
  <div class="settings js">
    <label><span class="visually-hidden">${view.say('language')}</span><select id="language"><option value="en" lang="en">English</option><option value="id" lang="id">Bahasa Indonesia</option></select></label>
    <label><span class="visually-hidden">${view.say('theme')}</span><select id="theme">${choice(view, '', 'themeSystem')}${choice(view, 'light', 'themeLight')}${choice(view, 'dark', 'themeDark')}</select></label>
    <button type="button" id="print">${view.say('print')}</button>
    <button type="button" id="keys">${view.say('keys')} <kbd aria-hidden="true">?</kbd></button>
  </div></div>`;
}

/** The sentence about the run, the head of each target, and what was run. */
export function headline(view: View): Markup {
  const { result } = view;
  const { run, tool } = result;
  const took = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
  const requests = result.targets.reduce((sum, { stats }) => sum + stats.requests, 0);
  return html`<div class="top">
  <h2 class="headline">${runSentence(view, result)}</h2>
  ${run.targetsLeftOut && html`<p class="banner">${icon('warning')} ${view.say('targetsLeftOut', run.targetsLeftOut.length)} ${run.targetsLeftOut.join(', ')}</p>`}
  ${run.interrupted && html`<p class="banner">${icon('warning')} ${view.say('interrupted')}</p>`}
  ${run.recovered && html`<p class="banner">${icon('warning')} ${view.say(run.interrupted ? 'recoveredPart' : 'recoveredWhole', run.recovered.checks)}</p>`}
  ${baselineFindings(result).map(({ target, check, message }) => html`<p class="banner">${icon('warning')} ${view.say('baselineFails', run.baseline?.file ?? '')} ${target}, <code>${check}</code>: ${quoted(message)}</p>`)}
  ${cards(view)}
  <dl class="run numbers">
    ${fact(view, 'tool', `${tool.name} ${tool.version}`)}
    ${fact(view, 'started', html`<time datetime="${run.startedAt}">${instant(run.startedAt)}</time>`)}
    ${fact(view, 'took', view.say('seconds', Math.max(0, took)))}
    ${fact(view, 'depth', run.depth)}
    ${fact(view, 'seed', seedOf(view))}
    ${fact(view, 'requests', view.say('number', requests))}
  </dl>
</div>`;
}

/** The seed, and where it came from. */
export function seedOf({ result, say }: View): Part {
  const { seed, seedFrom } = result.run;
  return seedFrom ? html`${String(seed)} ${say(`${seedFrom}Seed`)}` : String(seed);
}

/** `2026-03-02 02:15:26 UTC` */
export function instant(text: string): string {
  return text.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
}
