import type { Result } from '../../schemas/generated/result.js';
import type { RenderOptions } from '../report.js';
import { script, style } from './assets.js';
import { checksPieces } from './checks.js';
import { compareSection } from './compare.js';
import { contradictionsSection } from './contradictions.js';
import { coverageSection } from './coverage.js';
import { dialectSection } from './dialect.js';
import { findingsSection } from './findings.js';
import { headline, topBar } from './header.js';
import { iconSprite } from './icons.js';
import { keysDialog, reportKeys } from './keys.js';
import { latencySection } from './latency.js';
import { policyFor } from './policy-for.js';
import { runFactsSection } from './run-facts.js';
import { html, type Markup, trusted } from './template.js';
import { type View, viewOf } from './view.js';
import type { Word } from './words.js';

/**
 * The whole page, in pieces. By its policy a browser loads nothing, and runs only this style and this script, known by their
 * hashes: whatever a server answered stays text even if an escape were forgotten.
 */
export function* pagePieces(
  result: Result,
  { lang = 'en' }: RenderOptions = {},
): Generator<string, void> {
  const view = viewOf(result, lang);
  yield* opening(view);
  for (const piece of checksPieces(view)) {
    yield piece.text;
    yield* view.pack.full();
  }
  yield html`</main>
<footer><p>${view.say('footer')}</p></footer>
${keysDialog(view, reportKeys)}
<p id="announcer" class="visually-hidden" role="status"></p>
`.text;
  yield* view.pack.rest();
  yield html`<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

/** All that comes before the checks: the summary, a section a piece. */
function* opening(view: View): Generator<string, void> {
  const { lang, result } = view;
  const names = result.targets.map(({ name }) => name).join(', ');
  const sections = {
    findings: findingsSection(view),
    compare: compareSection(view),
    coverage: coverageSection(view),
    contradictions: contradictionsSection(view),
    dialect: dialectSection(view),
    latency: latencySection(view),
    run: runFactsSection(view),
  };
  yield html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${result.tool.name} ${result.tool.version}">
<title${view.again('titleOf', names)}>${view.text('titleOf', names)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">${view.say('skip')}</a>
${iconSprite}
<header>${topBar(view)}</header>
<main id="main" tabindex="-1">
<section id="summary" data-view${view.attribute('aria-label', 'summary')}>
${headline(view)}
<div class="columns">
${contents(
  view,
  (Object.keys(sections) as (keyof typeof sections)[]).filter((name) => sections[name]),
)}
<div class="sections">`.text;
  for (const section of Object.values(sections)) yield html`${section}`.text;
  yield html`</div>
</div>
</section>
`.text;
}

const sectionTitles = {
  findings: 'whatIsWrong',
  compare: 'compare',
  coverage: 'coverage',
  contradictions: 'contradictions',
  dialect: 'dialect',
  latency: 'latency',
  run: 'runFacts',
} as const satisfies Record<string, Word>;

function contents(view: View, names: readonly (keyof typeof sectionTitles)[]): Markup {
  return html`<nav class="contents"${view.attribute('aria-label', 'contents')}><ul>${names.map(
    (name) => html`<li><a href="#${name}">${view.say(sectionTitles[name])}</a></li>`,
  )}</ul></nav>`;
}
