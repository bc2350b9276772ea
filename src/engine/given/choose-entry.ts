import type { InputProblemPlace } from '../input/input-problem.js';
import { InputProblem } from '../input/input-problem.js';
import { unreadable } from './given-problem.js';

/** A request of a recording, as it is told to the user. */
export interface Choice {
  /** `POST /v1.0/balance-inquiry` */
  title: string;
  /** It has an X-SIGNATURE. */
  signed: boolean;
}

/** How many requests a message lists. */
const most = 8;

/**
 * Which request of a recording is meant: the one that the user names, the only one, or the only one that is signed.
 *
 * @param entry as the user counts, from 1
 * @returns its index
 * @throws InputProblem when there is none, or when it is open which one is meant.
 */
export function chooseEntry(
  choices: readonly Choice[],
  entry: number | undefined,
  place: InputProblemPlace,
): number {
  if (choices.length === 0)
    throw unreadable('it holds no request', {
      ...place,
      remedy: 'Record it again, with the request in it.',
    });
  if (entry !== undefined) {
    if (choices[entry - 1]) return entry - 1;
    throw new InputProblem('entry-open', `there is no request ${entry} among ${choices.length}`, {
      ...place,
      remedy: `--entry takes a number from 1 to ${choices.length}.`,
    });
  }
  if (choices.length === 1) return 0;
  const signed = choices.flatMap((choice, index) => (choice.signed ? [index] : []));
  const [only] = signed;
  if (only !== undefined && signed.length === 1) return only;
  const shown = (signed.length > 0 ? signed : choices.map((_, index) => index)).slice(0, most);
  const count = signed.length || choices.length;
  throw new InputProblem(
    'entry-open',
    signed.length > 0
      ? `${signed.length} of its ${choices.length} requests have an X-SIGNATURE, and none is chosen`
      : `none of its ${choices.length} requests has an X-SIGNATURE, and none is chosen`,
    {
      ...place,
      remedy: `Name one with --entry: ${shown
        .map((index) => `${index + 1} (${choices[index]?.title})`)
        .join(', ')}${count > most ? ` and ${count - most} more` : ''}.`,
    },
  );
}

/** A request in words, without its query, which may hold a secret. */
export function titleOf(method: string, url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return `${/^[A-Za-z]+$/.test(method) ? method.toUpperCase() : 'a request to'} ${path.slice(0, 60) || '/'}`;
}
