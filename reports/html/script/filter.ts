import { checks, form } from './elements.js';
import { isComplete } from './evidence.js';
import { say } from './language.js';
import { packed } from './packed.js';
import { byId } from './shared/by-id.js';

/** What the form asks for; '' and empty lists ask for nothing. */
interface Wanted {
  words: readonly string[];
  outcomes: readonly string[];
  area: string;
  level: string;
  target: string;
}

/** The text of each check, in lower case, as it was last read. */
const texts = new Map<HTMLElement, string>();
const stripper = document.createElement('template');

/** Shows the checks that fit the form, and hides the others and each group that has none left. */
export function applyFilter(): void {
  const wanted = readForm();
  for (const check of checks) check.hidden = !fits(check, wanted);
  for (const group of document.querySelectorAll<HTMLElement>('.area, .target-checks')) {
    const own = [...group.querySelectorAll<HTMLElement>('details.check')];
    group.hidden = own.length > 0 && own.every((check) => check.hidden);
  }
  const shown = checks.filter((check) => !check.hidden).length;
  byId('shown', HTMLOutputElement).textContent = say('shown', shown, checks.length);
  byId('no-match', HTMLElement).hidden = shown > 0 || checks.length === 0;
}

/** Reads the texts of the checks again when they are next looked for: they are in another language now. */
export function forgetTexts(): void {
  texts.clear();
}

function readForm(): Wanted {
  const data = new FormData(form);
  const values = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
  const text = (name: string) => values(name)[0] ?? '';
  return {
    words: text('q').toLowerCase().split(/\s+/).filter(Boolean),
    outcomes: values('outcome'),
    area: text('area'),
    level: text('level'),
    target: text('target'),
  };
}

function fits(check: HTMLElement, wanted: Wanted): boolean {
  const { outcome = '', known } = check.dataset;
  const own = known === undefined ? [outcome] : [outcome, 'known'];
  return (
    (wanted.outcomes.length === 0 || wanted.outcomes.some((one) => own.includes(one))) &&
    (wanted.level === '' || check.querySelector(`.level.${wanted.level}`) !== null) &&
    (wanted.area === '' || wanted.area === check.parentElement?.dataset.area) &&
    (wanted.target === '' || wanted.target === targetOf(check)) &&
    wanted.words.every((word) => textOf(check).includes(word))
  );
}

function targetOf(check: HTMLElement): string | null | undefined {
  return check.closest('.target-checks')?.getAttribute('aria-labelledby');
}

/** What a check says, its packed part too. */
function textOf(check: HTMLElement): string {
  const read = texts.get(check);
  if (read !== undefined) return read;
  stripper.innerHTML = isComplete(check) ? '' : (packed.parts[check.id] ?? '');
  const text = `${check.textContent} ${stripper.content.textContent}`.toLowerCase();
  texts.set(check, text);
  return text;
}
