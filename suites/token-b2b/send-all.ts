import { atOnce } from '../../src/engine/checks/at-once.js';

/** Sends so many requests, some at once, and gives what came of each in the order in which they began. */
export async function sendAll<T>(
  count: number,
  concurrency: number,
  send: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  await atOnce(count, concurrency, async (index) => {
    results[index] = await send(index);
  });
  return results;
}
