import { byId, root } from './elements.js';
import { applyFilter, forgetTexts } from './filter.js';
import { isLang, translate } from './language.js';
import { recall, remember } from './memory.js';
import { unpacked } from './packed.js';

const languages = byId('language', HTMLSelectElement);
const themes = byId('theme', HTMLSelectElement);

/** Follows the reader's choices of language and theme. */
export function listenToChoices(): void {
  languages.value = root.lang;
  languages.addEventListener('change', () => void speak(languages.value));
  themes.addEventListener('change', () => {
    setTheme(themes.value);
    remember('theme', themes.value);
  });
}

/** Sets the theme that the reader chose before. */
export function recallTheme(): void {
  setTheme(recall('theme') ?? '');
}

/** Sets the language that the reader chose before. */
export function recallLanguage(): void {
  const lang = recall('language');
  if (lang === null || lang === root.lang || !isLang(lang)) return;
  languages.value = lang;
  void speak(lang);
}

/** @param theme '' for the one of the system. */
function setTheme(theme: string): void {
  if (theme === '') delete root.dataset.theme;
  else root.dataset.theme = theme;
  themes.value = theme;
}

async function speak(lang: string): Promise<void> {
  await unpacked;
  root.lang = lang;
  remember('language', lang);
  translate(root);
  forgetTexts();
  applyFilter();
}
