import { setImmediate as turn } from 'node:timers/promises';

/** Lets other probes overtake this one: some turns of the event loop, none by the clock. */
export async function overtaken(value: unknown): Promise<void> {
  const text = JSON.stringify(value) ?? '';
  for (let turns = (text.length * 7 + text.charCodeAt(text.length - 1)) % 5; turns > 0; turns -= 1)
    await turn();
}
