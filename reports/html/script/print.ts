import { checks } from './elements.js';
import { complete } from './evidence.js';
import { byId } from './shared/by-id.js';

/** Prints the evidence of what was found, whatever is open or filtered on the screen. */
export function listenToPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = checks.filter((check) => check.matches('.finding') && !check.open);
    for (const check of opened) {
      check.open = true;
      complete(check);
    }
  });
  addEventListener('afterprint', () => {
    for (const check of opened) check.open = false;
  });
  byId('print', HTMLButtonElement).addEventListener('click', () => print());
}
