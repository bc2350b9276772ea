import { applyFilter, forgetTexts } from './filter.js';
import { isLang, translate } from './language.js';
import { unpacked } from './packed.js';
import { byId, root } from './shared/by-id.js';
import { recall, remember } from './shared/memory.js';

const languages = byId('language', HTMLSelectElement);

/** Follows the reader's choice of a language. */
export function listenToLanguage(): void {
  languages.value = root.lang;
  languages.addEventListener('change', () => void speak(languages.value));
}

/** Sets the language that the reader chose before. */
export function recallLanguage(): void {
  const lang = recall('language');
  if (lang === null || lang === root.lang || !isLang(lang)) return;
  languages.value = lang;
  void speak(lang);
}

async function speak(lang: string): Promise<void> {
  await unpacked;
  root.lang = lang;
  remember('language', lang);
  translate(root);
  forgetTexts();
  applyFilter();
}
