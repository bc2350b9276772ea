import type { History, TargetHistory } from '../../schemas/history.js';
import type { Speaker } from '../html/speaker.js';
import { speakerOf } from '../html/speaker.js';
import type { Lang } from '../html/words.js';
import { type HistoryWord, historyWords } from './words.js';

/** What every part of the page renders from. */
export interface HistoryView extends Speaker<HistoryWord> {
  history: History;
  /** An id of a part of a target, in which no character has to be escaped: `t2-points`. */
  idOf(target: TargetHistory, part: string): string;
}

/** Prepares a history for its page. */
export function historyViewOf(history: History, lang: Lang): HistoryView {
  const places = new Map(history.targets.map((target, index) => [target, index + 1]));
  return {
    ...speakerOf(historyWords[lang], lang),
    history,
    idOf: (target, part) => `t${places.get(target)}-${part}`,
  };
}
