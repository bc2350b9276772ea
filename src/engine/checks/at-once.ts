/**
 * Does work for 0, 1, 2 …, some at once. If one piece fails, none is begun after it, and the first
 * failure is thrown once those under way have ended.
 *
 * @param wanted False if a piece, and so all after it, isn't needed any more.
 */
export async function atOnce(
  count: number,
  concurrency: number,
  work: (index: number) => Promise<void>,
  wanted: (index: number) => boolean = () => true,
): Promise<void> {
  const failures: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count && failures.length === 0 && wanted(next)) {
      const index = next;
      next += 1;
      await work(index).catch((error: unknown) => void failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, count) }, worker));
  if (failures.length > 0) throw failures[0];
}
