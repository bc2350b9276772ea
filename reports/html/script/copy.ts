import { say } from './language.js';
import { byId, within } from './shared/by-id.js';

/** Copies a block of code when its button is pressed. */
export function listenToCopy(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('button.copy');
    if (button) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const code = button.closest('.code')?.querySelector('code');
  if (!code) return;
  let copied = true;
  try {
    await navigator.clipboard.writeText(exactText(code));
  } catch {
    // Without a clipboard, as in a page from disk in some browsers, the text is at least selected.
    getSelection()?.selectAllChildren(code);
    copied = document.execCommand('copy');
  }
  const label = within(button, '[data-t]', HTMLElement);
  const said = say(copied ? 'copied' : 'selected');
  label.textContent = said;
  byId('announcer', HTMLElement).textContent = said;
  setTimeout(() => {
    label.textContent = say('copy');
  }, 2000);
}

/** The text of a block as it was: the page shows signs for characters that hide. */
function exactText(code: HTMLElement): string {
  const exact = code.cloneNode(true) as HTMLElement;
  for (const sign of exact.querySelectorAll<HTMLElement>('.cp')) {
    sign.textContent = String.fromCodePoint(Number(sign.dataset.code));
  }
  return exact.textContent ?? '';
}
