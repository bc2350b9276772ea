/** A target that hasn't answered for this long holds up no other: the next one begins meanwhile. */
const silentMs = 1000;

/** Silent items under way, for each place: every one of them holds in memory what it has found so far. */
const silentForEach = 2;

/**
 * Does work for each item, several at once. An item that falls silent gives its place to the next one and goes
 * on meanwhile, so that one that hangs holds up no other. At most twice `atOnce` silent ones are under way.
 *
 * @param atOnce How many, those that are silent aside.
 * @param work Calls `alive` whenever its item showed a sign of life.
 * @throws what the first failing piece of work throws, once all that were begun have ended
 */
export async function sideBySide<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number, alive: () => void) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const running: Promise<void>[] = [];
  let places = atOnce;
  let silent = 0;
  const waiting: (() => void)[] = [];
  const place = () => {
    if (places > 0) {
      places -= 1;
      return Promise.resolve();
    }
    return new Promise<void>((resolve) => waiting.push(resolve));
  };
  const giveBack = () => {
    const next = waiting.shift();
    if (next) next();
    else places += 1;
  };
  for (const [index, item] of items.entries()) {
    await place();
    let held = true;
    const fallSilent = () => {
      if (silent >= atOnce * silentForEach) return void silence.refresh();
      held = false;
      silent += 1;
      giveBack();
    };
    const silence = setTimeout(fallSilent, silentMs);
    const alive = () => {
      if (held) silence.refresh();
    };
    running.push(
      work(item, index, alive)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => {
          clearTimeout(silence);
          if (held) giveBack();
          else silent -= 1;
        }),
    );
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
