/**
 * What the page does besides showing itself. Everything that it reads is in the document; the markup that it puts in
 * was made with the page and escaped like the rest of it, and nothing else is ever taken for markup.
 */
import { listenToLanguage, recallLanguage } from './choose-language.js';
import { listenToCopy } from './copy.js';
import { form } from './elements.js';
import { listenToFilter } from './filter-form.js';
import { actions } from './keys.js';
import { listenToMaps } from './maps.js';
import { listenToPrint } from './print.js';
import { root } from './shared/by-id.js';
import { listenToKeys } from './shared/listen-to-keys.js';
import { listenToTheme, recallTheme } from './shared/theme.js';
import { listenToLinks, readHash, show } from './views.js';

root.classList.add('scripted');
listenToFilter();
listenToLinks();
listenToCopy();
listenToLanguage();
listenToTheme();
listenToPrint();
listenToKeys(actions);
listenToMaps();
recallTheme();
// A reload keeps what fields held, but the hash is what a link was made of.
form.reset();
show('summary');
void readHash();
recallLanguage();
