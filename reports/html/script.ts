import { actions } from './script/actions.js';
import { filter } from './script/filter.js';
import { language } from './script/language.js';
import { pack } from './script/pack.js';
import { views } from './script/views.js';

const start = String.raw`
'use strict';
const root = document.documentElement;
root.classList.add('scripted');
const rendered = root.lang;
const form = document.getElementById('filter');
const checks = [...document.querySelectorAll('details.check')];

// A browser may refuse a page from disk its memory: then nothing is remembered.
function remember(name, value) {
  try {
    localStorage.setItem('snap-report-' + name, value);
  } catch {}
}
function recall(name) {
  try {
    return localStorage.getItem('snap-report-' + name);
  } catch {
    return null;
  }
}
`;

const end = String.raw`
dress(recall('theme') ?? '');
// A reload keeps what fields held, but the hash is what a link was made of.
form.reset();
show('summary');
readHash();
const spoken = recall('language');
if (spoken && spoken !== root.lang && words[spoken]) {
  languages.value = spoken;
  speak(spoken);
}
`;

/**
 * What the page does beyond showing itself. Everything that it reads is in the document; the markup that it puts in was
 * made with the page, escaped like the rest of it, and nothing else is ever taken for markup.
 */
export const script = [start, pack, language, filter, views, actions, end].join('');
