import { placeholder } from '../evidence/credential-names.js';
import { shownOpen } from './curl/curl-body.js';
import { incomplete } from './given-problem.js';
import type { GivenRequest } from './given-request.js';

/** How a header is given otherwise. */
interface Otherwise {
  /** `--timestamp` */
  option: string;
}

/**
 * The value of a header as it was sent.
 *
 * @returns undefined if it is absent
 * @throws InputProblem when it stands twice, when a report or a log has hidden it, and when a placeholder is in its place.
 */
export function givenHeader(
  { headers, open, place }: GivenRequest,
  name: string,
  { option }: Otherwise,
): string | undefined {
  const values = headers.filter(([key]) => key.toLowerCase() === name.toLowerCase());
  const [first] = values;
  if (!first) return undefined;
  const [, value] = first;
  if (values.some(([, other]) => other !== value))
    throw incomplete(`${name} stands twice, with different values`, {
      ...place,
      remedy: `Leave one of them, or give the value with ${option}.`,
    });
  const opened = open.get(name.toLowerCase());
  if (opened !== undefined)
    throw incomplete(`${name} holds ${shownOpen(opened)}, which only the shell fills in`, {
      ...place,
      remedy: `Put the value there as it was sent, or give it with ${option}.`,
    });
  const hidden = hiddenIn(value);
  if (hidden !== undefined)
    throw incomplete(`${name} ${hidden}`, {
      ...place,
      remedy: `Give the value as it was sent with ${option}.`,
    });
  return value;
}

/** Why a value isn't the one that was sent; undefined if it may be. */
export function hiddenIn(value: string): string | undefined {
  if (/…|\.\.\.$/.test(value) || placeholder.test(value)) return 'is shortened in a report';
  if (/\{\{[^}]*\}\}/.test(value)) return 'holds a placeholder in place of its value';
  return /\*{3,}|^(?:Bearer )?[[<(]?(?:redacted|filtered|hidden|masked|removed)\b/i.test(value) ||
    /^(?:Bearer )?<[^>]*>$/.test(value)
    ? 'is hidden by the log that it comes from'
    : undefined;
}
