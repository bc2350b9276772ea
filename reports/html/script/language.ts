import { fill, type Lang, type Value, type Word, words } from '../words.js';
import { packed } from './packed.js';
import { root } from './shared/by-id.js';

/** The language that the page was rendered in. */
export const rendered: string = root.lang;

/** Titles and remedies as they were rendered: what is packed is the other language. */
const originals = new WeakMap<HTMLElement, { markup: string; lang: string }>();

/** True for a language that the interface has. */
export function isLang(lang: string): lang is Lang {
  return Object.hasOwn(words, lang);
}

/** A text of the interface, in the language that the page has now. */
export function say(word: Word, ...values: Value[]): string {
  return fill(words[root.lang as Lang][word], root.lang, values);
}

/** Says everything inside an element, and the element itself, in the language that the page has now. */
export function translate(element: HTMLElement): void {
  for (const at of having(element, 'data-t')) {
    at.textContent = sayAgain(at.dataset.t, at.dataset.v);
  }
  for (const name of ['aria-label', 'placeholder']) {
    for (const at of having(element, `data-${name}`)) {
      at.setAttribute(name, sayAgain(at.getAttribute(`data-${name}`), at.dataset.w));
    }
  }
  for (const kind of ['title', 'remedy'] as const) {
    for (const at of having(element, `data-${kind}`)) translateRequirement(at, kind);
  }
}

/** The element, if it has the attribute, and all below it that do. */
function having(element: HTMLElement, attribute: string): HTMLElement[] {
  const below = element.querySelectorAll<HTMLElement>(`[${attribute}]`);
  return element.hasAttribute(attribute) ? [element, ...below] : [...below];
}

/** A text by the attributes that the page was rendered with: its word, and its values as JSON. */
function sayAgain(word: string | null | undefined, values: string | undefined): string {
  return say(word as Word, ...(values ? (JSON.parse(values) as Value[]) : []));
}

function translateRequirement(at: HTMLElement, kind: 'title' | 'remedy'): void {
  const original = originals.get(at) ?? { markup: at.innerHTML, lang: at.lang };
  originals.set(at, original);
  const other = packed.texts[at.dataset[kind] ?? '']?.[kind];
  if (root.lang === rendered) {
    at.innerHTML = original.markup;
    at.lang = original.lang;
  } else if (other !== undefined) {
    at.innerHTML = other;
    at.lang = root.lang;
  } else {
    // A text without a translation is English in both languages, and is marked so.
    at.lang = 'en';
  }
}
