import type { TargetResult } from '../../schemas/generated/result.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** How many tables may stand in one another before a value is shown as JSON. */
const deepest = 4;

/** What the run measured of each target. */
export function dialectSection(view: View): Part {
  const targets = view.result.targets.filter(({ dialect }) => Object.keys(dialect).length > 0);
  if (targets.length === 0) return undefined;
  return html`<section id="dialect" aria-labelledby="dialect-title">
  <h2 id="dialect-title">Dialect</h2>
  <p class="muted">What was measured where the documents leave a choice. Nothing here is judged.</p>
  ${targets.map((target) => targetDialect(view, target))}
</section>`;
}

function targetDialect(view: View, target: TargetResult): Markup {
  return html`<h3 id="${view.anchors.of(target, 'dialect')}">${target.name}</h3>
  <div class="scroll">${table(target.dialect, 0)}</div>`;
}

function table(value: object, depth: number): Markup {
  return html`<table class="values"><tbody>${Object.entries(value).map(
    ([name, entry]) =>
      html`<tr><th scope="row">${name}</th><td>${shown(entry, depth + 1)}</td></tr>`,
  )}</tbody></table>`;
}

function shown(value: unknown, depth: number): Part {
  if (!isObject(value)) return html`<code>${scalar(value)}</code>`;
  if (Object.keys(value).length === 0) return html`<span class="muted">none</span>`;
  if (depth >= deepest) return html`<code>${JSON.stringify(value)}</code>`;
  if (!Array.isArray(value)) return table(value, depth);
  const columns = commonKeys(value);
  if (columns) return rows(value, columns);
  if (!value.some(isObject)) {
    return value.map((entry, index) => [index > 0 && ', ', shown(entry, depth)]);
  }
  return html`<ul>${value.map((entry) => html`<li>${shown(entry, depth + 1)}</li>`)}</ul>`;
}

/** The keys that every entry of a list has, where the entries are flat objects and agree on them. */
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
