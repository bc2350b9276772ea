import { responseMessageOf } from '../http/answer.js';
import type { Observed } from '../session/observed.js';
import type { ServiceId } from '../session/service.js';

const missing =
  /mandatory|missing|required|not (?:found|present|provided|sent)|empty|kosong|wajib|tidak ada/i;

/**
 * The header that a refusal calls missing though it was sent: something between dropped it.
 *
 * @returns its name as it was sent; undefined if the refusal says no such thing
 */
export function droppedHeader<S extends ServiceId>({
  answer,
  sent,
}: Observed<S>): string | undefined {
  const message = responseMessageOf(answer);
  if (message === undefined || !missing.test(message)) return undefined;
  const named = (name: string) =>
    new RegExp(`(?<![\\w-])${name.replace(/-/g, '[-_ ]?')}(?![\\w-])`, 'i').test(message);
  return sent.request.headers.find(([name, value]) => value !== '' && named(name))?.[0];
}
