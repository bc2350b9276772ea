import fc from 'fast-check';
import { render } from '../../messages/render.js';
import type { Held } from './property.js';

/** A property for fast-check, and what each value that it ran showed. */
export interface LookAhead<T> {
  property: fc.IAsyncProperty<[T]>;
  /** What a counterexample showed. */
  heldOf(values: [T]): Held | undefined;
  /** Comes true once nothing is being tried any more. */
  ended(): Promise<unknown>;
}

/**
 * A property that fast-check shrinks as ever, one candidate after the other, while the next ones are
 * already being tried. The order in which fast-check takes them, and so its counterexample and path, stay
 * the same; only the waiting is shared.
 *
 * @param ahead Candidates under way at once.
 */
export function lookAhead<T>(
  arbitrary: fc.Arbitrary<T>,
  probe: (value: T) => Promise<Held>,
  ahead: number,
): LookAhead<T> {
  const inner = fc.asyncProperty(arbitrary, async () => true);
  const held = new WeakMap<object, Promise<Held>>();
  const underWay = new Set<Promise<unknown>>();

  const start = (values: [T]): Promise<Held> => {
    const known = held.get(values);
    if (known) return known;
    const begun = probe(values[0]);
    // If fast-check turns to another branch, nobody else awaits it.
    const ended: Promise<unknown> = begun.catch(() => {}).finally(() => underWay.delete(ended));
    underWay.add(ended);
    held.set(values, begun);
    return begun;
  };

  function* startingAhead(candidates: Iterable<fc.Value<[T]>>): IterableIterator<fc.Value<[T]>> {
    const started: fc.Value<[T]>[] = [];
    for (const candidate of candidates) {
      void start(candidate.value_);
      started.push(candidate);
      const next = started.length >= ahead ? started.shift() : undefined;
      if (next) yield next;
    }
    yield* started;
  }

  const settled = new WeakMap<object, Held>();
  const property: fc.IAsyncProperty<[T]> = Object.create(inner) as fc.IAsyncProperty<[T]>;
  property.shrink = (value) =>
    fc.stream(startingAhead(inner.shrink(value) as Iterable<fc.Value<[T]>>));
  property.run = async (values) => {
    const result = await start(values);
    settled.set(values, result);
    return result.kind === 'violated' ? { error: new Error(render(result.message)) } : null;
  };
  return {
    property,
    heldOf: (values) => settled.get(values),
    ended: () => Promise.all(underWay),
  };
}
