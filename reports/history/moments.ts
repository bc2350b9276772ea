import type { TargetHistory } from '../../schemas/history.js';
import { html, type Markup } from '../html/template.js';

/** `2026-03-02 02:15 UTC` */
export function minute(startedAt: string): string {
  return `${startedAt.slice(0, 16).replace('T', ' ')} UTC`;
}

/** When the run of one of a target's points began, as text. */
export function startOf({ points }: TargetHistory, at: number): string {
  return minute(points[at]?.run.startedAt ?? '');
}

/** The same as markup. */
export function timeOf({ points }: TargetHistory, at: number): Markup {
  const startedAt = points[at]?.run.startedAt ?? '';
  return html`<time datetime="${startedAt}">${minute(startedAt)}</time>`;
}
