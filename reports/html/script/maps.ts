import type { Word } from '../words.js';
import { say } from './language.js';
import { root } from './shared/by-id.js';

/** What an arrow key does: by how many cells it moves, or by how many areas. */
const moves: Record<string, { cells?: number; areas?: number }> = {
  ArrowRight: { cells: 1 },
  ArrowLeft: { cells: -1 },
  ArrowDown: { areas: 1 },
  ArrowUp: { areas: -1 },
  Home: { cells: Number.NEGATIVE_INFINITY },
  End: { cells: Number.POSITIVE_INFINITY },
};

/** Makes the cells of each target one stop of the Tab key, and tells of the one that is pointed at. */
export function listenToMaps(): void {
  const maps = [...document.querySelectorAll<HTMLElement>('.map')];
  for (const map of maps) listenToMap(map);
  new MutationObserver(() => {
    for (const map of maps) for (const cell of cellsOf(map)) rename(cell);
  }).observe(root, { attributeFilter: ['lang'] });
}

function listenToMap(map: HTMLElement): void {
  const cells = cellsOf(map);
  for (const cell of cells.slice(1)) cell.tabIndex = -1;
  map.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    const at = cells.indexOf(event.target as HTMLAnchorElement);
    if (!move || at === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    (move.cells === undefined
      ? firstOfArea(cells, at, move.areas ?? 0)
      : cells[Math.min(Math.max(at + move.cells, 0), cells.length - 1)]
    )?.focus();
  });
  map.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLAnchorElement) || !cells.includes(target)) return;
    for (const cell of cells) if (cell.tabIndex === 0) cell.tabIndex = -1;
    target.tabIndex = 0;
    tell(map, target);
  });
  map.addEventListener('pointerover', ({ target }) => {
    if (target instanceof HTMLAnchorElement && target.closest('.cells')) tell(map, target);
  });
}

function cellsOf(map: HTMLElement): HTMLAnchorElement[] {
  return [...map.querySelectorAll<HTMLAnchorElement>('.cells a')];
}

/** The first cell of an area so many areas on; none past the ends. */
function firstOfArea(
  cells: readonly HTMLAnchorElement[],
  at: number,
  by: number,
): HTMLAnchorElement | undefined {
  const areas = [...new Set(cells.map((cell) => cell.parentElement))];
  const area = areas[areas.indexOf(cells[at]?.parentElement ?? null) + by];
  return cells.find((cell) => cell.parentElement === area);
}

/** Writes below the cells what the check that one leads to says, when it is closed. */
function tell(map: HTMLElement, cell: HTMLAnchorElement): void {
  const caption = map.querySelector('.caption');
  const check = document.getElementById(cell.hash.slice(1));
  if (!caption || !check) return;
  const of = (selector: string) => check.querySelector(selector)?.textContent ?? '';
  caption.textContent = `${of('.outcome')}: ${of('.title')} (${of('.id')})`;
}

/** Names a cell as the page does, in the language that it has now. */
function rename(cell: HTMLAnchorElement): void {
  const outcomes = [...cell.classList].map((outcome) => say(outcome as Word));
  cell.textContent = `${outcomes.join(', ')}: ${cell.hash.split('/').pop()}`;
}
