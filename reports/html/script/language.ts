import { fill, words } from '../words.js';

/** Says the interface in another language; `words` and `fill` are those that the page was rendered with. */
export const language = `
const words = ${JSON.stringify(words).replaceAll('<', '\\u003c')};
const fill = ${fill};
const say = (word, ...values) => fill(words[root.lang][word], root.lang, values);

/** Titles and remedies as they were rendered: what is packed is the other language. */
const originals = new WeakMap();

function speakIn(within) {
  const each = (selector, act) => {
    if (within.matches?.(selector)) act(within);
    for (const element of within.querySelectorAll(selector)) act(element);
  };
  const values = (list) => (list ? JSON.parse(list) : []);
  each('[data-t]', (at) => { at.textContent = say(at.dataset.t, ...values(at.dataset.v)); });
  for (const name of ['aria-label', 'placeholder']) {
    each('[data-' + name + ']', (at) => {
      at.setAttribute(name, say(at.getAttribute('data-' + name), ...values(at.dataset.w)));
    });
  }
  for (const kind of ['title', 'remedy']) {
    each('[data-' + kind + ']', (at) => {
      if (!originals.has(at)) originals.set(at, [at.innerHTML, at.lang]);
      const other = packed.texts[at.dataset[kind]];
      if (root.lang === rendered) [at.innerHTML, at.lang] = originals.get(at);
      else if (other) [at.innerHTML, at.lang] = [other[kind], root.lang];
      // What has no translation is English in both, and says so.
      else at.lang = 'en';
    });
  }
}

async function speak(lang) {
  await unpacked;
  root.lang = lang;
  remember('language', lang);
  speakIn(document.documentElement);
  texts.clear();
  apply();
}

const languages = document.getElementById('language');
languages.value = root.lang;
languages.addEventListener('change', () => speak(languages.value));
`;
