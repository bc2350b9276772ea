import { fill, words } from '../words.js';

/** Says the interface in another language; `words` and `fill` are those that the page was rendered with. */
export const language = `
const words = ${JSON.stringify(words).replaceAll('<', '\\u003c')};
const fill = ${fill};
const say = (word, ...values) => fill(words[root.lang][word], root.lang, values);

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
      const own = packed.texts?.[at.dataset[kind]]?.[root.lang];
      if (own) at.innerHTML = own[kind];
      // What has no translation was rendered in English, and says so.
      at.lang = own ? root.lang : 'en';
    });
  }
}

async function speak(lang) {
  await unpacked;
  root.lang = lang;
  remember('language', lang);
  speakIn(document.documentElement);
  if (form) apply();
}

const languages = document.getElementById('language');
languages.value = root.lang;
languages.addEventListener('change', () => speak(languages.value));
`;
