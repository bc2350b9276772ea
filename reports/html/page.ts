import { createHash } from 'node:crypto';
import type { Result } from '../../schemas/generated/result.js';
import { checksSection } from './checks.js';
import { contradictionsSection } from './contradictions.js';
import { dialectSection } from './dialect.js';
import { findingsSection } from './findings.js';
import { icon, iconSprite, verdictLooks } from './icons.js';
import { overview } from './overview.js';
import { script } from './script.js';
import { style } from './style.js';
import { html, type Markup, trusted } from './template.js';
import { type View, viewOf } from './view.js';

/**
 * The whole page. Its policy lets a browser load nothing and run only this style and this script, known by their
 * hashes: whatever a server answered, it stays text even if an escape were forgotten.
 */
export function renderPage(result: Result): string {
  const view = viewOf(result);
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${result.tool.name} ${result.tool.version}">
<title>${title(result)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">To the findings</a>
${iconSprite}
${overview(view)}
<div class="columns">
${navigation(view)}
<main id="main" tabindex="-1">
${findingsSection(view)}
${checksSection(view)}
${contradictionsSection(view)}
${dialectSection(view)}
</main>
</div>
<footer><p>${result.tool.name} ${result.tool.version}. A signature holds for its own timestamp, so a server that checks the time refuses an old curl command; a replay command signs anew.</p></footer>
<p id="announcer" class="visually-hidden" role="status"></p>
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

function navigation({ result, anchors }: View): Markup {
  const some = (key: 'contradictions' | 'dialect') =>
    result.targets.some((target) => Object.keys(target[key]).length > 0);
  return html`<nav aria-label="Contents"><ul>
  ${result.targets.map(
    (
      target,
    ) => html`<li class="target"><span class="name">${icon(verdictLooks[target.verdict])}${target.name}</span>
    <a href="${anchors.to(target, 'findings')}">What is wrong <span class="numbers">${target.summary.failed + target.summary.warnings}</span></a>
    <a href="${anchors.to(target, 'checks')}">All checks <span class="numbers">${target.checks.length}</span></a></li>`,
  )}
  ${some('contradictions') && html`<li><a href="#contradictions">Contradictions</a></li>`}
  ${some('dialect') && html`<li><a href="#dialect">Dialect</a></li>`}
</ul></nav>`;
}

function title({ targets }: Result): string {
  return `SNAP conformance: ${targets.map(({ name, verdict }) => `${name} ${verdict}`).join(', ')}`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
