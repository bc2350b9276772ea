import type { TargetResult } from '../../schemas/generated/result.js';
import { dialectInIndonesian } from './dialect-said.js';
import { placeOfMeasure } from './place-of-measure.js';
import { scroll } from './scroll.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** How deeply tables may be nested before a value is shown as JSON. */
const deepest = 4;

/** What the run measured of each target, side by side. */
export function dialectSection(view: View): Part {
  const { targets } = view.result;
  const names = new Set(targets.flatMap(({ dialect }) => Object.keys(dialect)));
  if (names.size === 0) return undefined;
  const table = html`<table class="values dialect"><thead><tr><th scope="col">${view.say('measured')}</th>${targets.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
  <tbody>${[...names].map((name) => row(view, name))}</tbody></table>`;
  return html`<section id="dialect" aria-labelledby="dialect-title">
  <h2 id="dialect-title">${view.say('dialect')}</h2>
  <p class="muted">${view.say('dialectMeans')}</p>
  ${scroll(view, 'dialect', table)}
</section>`;
}

function row(view: View, name: string): Markup {
  const values = view.result.targets.map(({ dialect }) => dialect[name]);
  const told = values.filter((value) => value !== undefined);
  const differs = new Set(told.map((value) => JSON.stringify(value))).size > 1;
  return html`<tr${differs && differing}><th scope="row">${view.both(name, dialectInIndonesian(name))}${differs && html` <span class="tag">${view.say('differs')}</span>`}</th>
  ${view.result.targets.map((target, at) => html`<td>${values[at] === undefined ? html`<span class="muted">–</span>` : [shown(view, values[at], 1), differs && evidenceLink(view, target, name)]}</td>`)}</tr>`;
}

/** Where targets differ, each value leads to what it was measured in. */
function evidenceLink(view: View, target: TargetResult, name: string): Markup {
  const href = view.anchors.to(target, placeOfMeasure(view, target, name));
  return html` <a class="evidence-link" href="${href}">${view.say('evidence')}<span class="visually-hidden">: ${target.name}, ${name}</span></a>`;
}

const differing = html` class="differs"`;

function said(view: View, text: string): Markup {
  return view.both(text, dialectInIndonesian(text), (shape) => html`<code>${shape}</code>`);
}

function table(view: View, value: object, depth: number): Markup {
  return html`<table class="values"><tbody>${Object.entries(value).map(
    ([name, entry]) =>
      html`<tr><th scope="row">${name}</th><td>${shown(view, entry, depth + 1)}</td></tr>`,
  )}</tbody></table>`;
}

function shown(view: View, value: unknown, depth: number): Part {
  if (!isObject(value)) return said(view, scalar(value));
  if (Object.keys(value).length === 0) return html`<span class="muted">${view.say('none')}</span>`;
  if (depth >= deepest) return html`<code>${JSON.stringify(value)}</code>`;
  if (!Array.isArray(value)) return table(view, value, depth);
  const columns = commonKeys(value);
  if (columns) return rows(value, columns);
  return html`<ul>${value.map((entry) => html`<li>${shown(view, entry, depth + 1)}</li>`)}</ul>`;
}

/** The keys of the entries of a list, if they are flat objects that all have the same keys. */
function commonKeys(list: readonly unknown[]): string[] | undefined {
  const [first] = list;
  if (!isObject(first) || Array.isArray(first)) return undefined;
  const keys = Object.keys(first);
  const agree = list.every(
    (entry) =>
      isObject(entry) &&
      Object.keys(entry).join('\n') === keys.join('\n') &&
      !Object.values(entry).some(isObject),
  );
  return agree && keys.length > 0 ? keys : undefined;
}

function rows(list: readonly Record<string, unknown>[], columns: readonly string[]): Markup {
  return html`<table class="rows"><thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
  <tbody>${list.map((entry) => html`<tr>${columns.map((name) => html`<td><code>${scalar(entry[name])}</code></td>`)}</tr>`)}</tbody></table>`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function scalar(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : String(JSON.stringify(value));
}
