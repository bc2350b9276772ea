/**
 * What the page does besides showing itself. Everything that it reads is in the document; the markup that it puts in
 * was made with the page and escaped like the rest of it, and nothing else is ever taken for markup.
 */
import { listenToChoices, recallLanguage, recallTheme } from './choices.js';
import { listenToCopy } from './copy.js';
import { form, root } from './elements.js';
import { listenToFilter } from './filter-form.js';
import { listenToKeys } from './keys.js';
import { listenToMaps } from './maps.js';
import { listenToPrint } from './print.js';
import { listenToLinks, readHash, show } from './views.js';

root.classList.add('scripted');
listenToFilter();
listenToLinks();
listenToCopy();
listenToChoices();
listenToPrint();
listenToKeys();
listenToMaps();
recallTheme();
// A reload keeps what fields held, but the hash is what a link was made of.
form.reset();
show('summary');
void readHash();
recallLanguage();
