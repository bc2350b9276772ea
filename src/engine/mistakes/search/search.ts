import type { MistakeId } from '../catalogue/catalogue.js';
import { type Mistake, type Option, rarityOf } from '../mistake.js';
import type { Layers, Signed } from './layer.js';

/** Says whether a signature covers a text, and by which further mistakes it was written down. */
export type Prove = (text: Signed) => readonly Mistake[] | undefined;

/** What is searched for, and how far. */
export interface Task<V> {
  layers: Layers<V>;
  /** @returns undefined if these values make no text, or too long a one */
  compose(values: V): Signed | undefined;
  /** The ways in which the signature may have been made; one without a mistake is the right one. */
  proofs: readonly Option<Prove>[];
  /** The layer whose values take long to make. */
  costly?: keyof V;
  /** How many texts are tried at most. */
  budget: number;
  /** How many mistakes are looked for at once. */
  most: number;
}

/** The mistakes that together explain a signature. */
export interface Explanation<V> {
  mistakes: Mistake[];
  /** The values that were signed. */
  values: V;
  /** What else makes the same text in the place of one of the mistakes. */
  alternatives: { to: MistakeId; others: Mistake[] }[];
}

/** What became of a search. */
export interface Outcome<V> {
  explanation?: Explanation<V>;
  /** How many texts were tried. */
  tried: number;
  /** Whether all combinations of up to so many mistakes were tried. */
  complete: number;
}

interface Choice<V> {
  layer: keyof V;
  value: V[keyof V];
  mistakes: readonly Mistake[];
  /** Undefined until it was tried alone. */
  differs?: boolean;
}

/**
 * Finds the fewest mistakes that together explain a signature, the common ones first. Each layer's candidates are tried
 * alone, then two and more of different layers together, until the budget is spent.
 */
export function search<V extends object>(task: Task<V>): Outcome<V> {
  return new Searcher(task).run();
}

class Searcher<V extends object> {
  readonly #task: Task<V>;
  readonly #values: V;
  /** By layer, then by the number of mistakes, then by their rarity. */
  readonly #choices: Choice<V>[][][][];
  /** Texts that one choice makes, so that none is tried twice. */
  readonly #seen = new Map<Signed | undefined, Choice<V> | undefined>();
  #tried = 0;
  #explanation: Explanation<V> | undefined;

  constructor(task: Task<V>) {
    this.#task = task;
    const names = Object.keys(task.layers) as (keyof V)[];
    this.#values = Object.fromEntries(
      names.map((name) => [name, task.layers[name].right]),
    ) as unknown as V;
    this.#choices = names.map((layer) => {
      const bySize: Choice<V>[][][] = [];
      for (const { value, mistakes } of task.layers[layer].others)
        at(at(bySize, mistakes.length), rarityOf(mistakes)).push({ layer, value, mistakes });
      return bySize;
    });
    this.#seen.set(keyed(task.compose(this.#values)), undefined);
  }

  run(): Outcome<V> {
    const { most, budget } = this.#task;
    const done = new Array<number>(most + 1).fill(0);
    for (const [size, rarity] of schedule(most)) {
      if (this.#all(size, rarity) || this.#tried > budget) break;
      done[size] = (done[size] ?? 0) + 1;
    }
    const unfinished = done.findIndex((count, size) => count < rarities(size).length);
    return this.#outcome(unfinished < 0 ? most : unfinished - 1);
  }

  #outcome(complete: number): Outcome<V> {
    return {
      ...(this.#explanation && { explanation: this.#explanation }),
      tried: this.#tried,
      complete,
    };
  }

  /** Tries all combinations of so many mistakes of such rarity. */
  #all(size: number, rarity: number): boolean {
    return this.#task.proofs.some((proof) => {
      const left = size - proof.mistakes.length;
      const rest = rarity - rarityOf(proof.mistakes);
      return left >= 0 && rest >= 0 && this.#choose(proof, [], 0, left, rest);
    });
  }

  #choose(
    proof: Option<Prove>,
    chosen: Choice<V>[],
    from: number,
    size: number,
    rarity: number,
  ): boolean {
    if (size === 0) return rarity === 0 && this.#attempt(proof, chosen);
    if (this.#tried > this.#task.budget) return false;
    for (let index = from; index < this.#choices.length; index += 1) {
      const bySize = this.#choices[index] ?? [];
      for (let taken = 1; taken <= size; taken += 1) {
        const byRarity = bySize[taken];
        if (!byRarity) continue;
        const last = taken === size;
        for (let spent = last ? rarity : taken; spent <= rarity; spent += 1)
          for (const choice of byRarity[spent] ?? []) {
            if (choice.differs === false) continue;
            const right = this.#values[choice.layer];
            this.#values[choice.layer] = choice.value as V[keyof V];
            chosen.push(choice);
            const found = this.#choose(proof, chosen, index + 1, size - taken, rarity - spent);
            chosen.pop();
            this.#values[choice.layer] = right;
            if (found) return true;
          }
      }
    }
    return false;
  }

  #attempt(proof: Option<Prove>, chosen: readonly Choice<V>[]): boolean {
    const text = this.#task.compose(this.#values);
    const [only] = chosen;
    if (only && chosen.length === 1 && !this.#isNew(only, text)) return false;
    if (text === undefined) return false;
    this.#tried += 1;
    const written = proof.value(text);
    if (!written) return false;
    this.#explanation = {
      mistakes: [...chosen.flatMap(({ mistakes }) => mistakes), ...proof.mistakes, ...written],
      values: { ...this.#values },
      alternatives: this.#alternatives(chosen, text).flatMap((others, index) =>
        others.length === 0 ? [] : [{ to: chosen[index]?.mistakes[0]?.id as MistakeId, others }],
      ),
    };
    return true;
  }

  /** Whether a choice, alone, makes a text that no other made before. */
  #isNew(choice: Choice<V>, text: Signed | undefined): boolean {
    if (choice.differs !== undefined) return choice.differs;
    const key = keyed(text);
    choice.differs = text !== undefined && !this.#seen.has(key);
    if (choice.differs) this.#seen.set(key, choice);
    return choice.differs;
  }

  /** For each choice what else makes the same text in its place: PHP and Python may write the same. */
  #alternatives(chosen: readonly Choice<V>[], text: Signed): Mistake[][] {
    const key = keyed(text);
    const names = Object.keys(this.#task.layers);
    return chosen.map((found) => {
      const same: Mistake[] = [];
      const kept = this.#values[found.layer];
      this.#choices.forEach((bySize, index) => {
        const own = names[index] === found.layer;
        // In another layer only a mistake alone can stand for one alone; and large bodies take long to write.
        if (!own && (chosen.length > 1 || this.#task.costly === names[index])) return;
        for (const choice of (bySize[found.mistakes.length] ?? []).flat()) {
          if (choice === found) continue;
          const right = this.#values[choice.layer];
          this.#values[found.layer] = this.#task.layers[found.layer].right;
          this.#values[choice.layer] = choice.value as V[keyof V];
          if (keyed(this.#task.compose(this.#values)) === key) same.push(...choice.mistakes);
          this.#values[choice.layer] = right;
        }
      });
      this.#values[found.layer] = kept;
      const named = new Set(found.mistakes.map(({ id }) => id));
      return same.filter(({ id }) => !named.has(id) && named.add(id));
    });
  }
}

/** How rare so many mistakes can be together. */
function rarities(size: number): number[] {
  return Array.from({ length: size * 4 + 1 }, (_, index) => size + index);
}

/** A further mistake is as unlikely as one that is rarer by so much. */
const further = 1;

/** In which order mistakes are tried: all single ones, then more of them by how likely they are together. */
function schedule(most: number): [size: number, rarity: number][] {
  const steps = Array.from({ length: most + 1 }, (_, size) => size).flatMap((size) =>
    rarities(size).map((rarity): [number, number] => [size, rarity]),
  );
  const weight = ([size, rarity]: [number, number]) => (size < 2 ? size : rarity + size * further);
  return steps.sort((a, b) => weight(a) - weight(b) || a[0] - b[0] || a[1] - b[1]);
}

/** Bytes are compared by what they hold. */
function keyed(text: Signed | undefined): string | undefined {
  return Buffer.isBuffer(text) ? `\0${text.toString('latin1')}` : text;
}

function at<T>(lists: T[][], index: number): T[] {
  for (let next = lists.length; next <= index; next += 1) lists.push([]);
  return lists[index] as T[];
}
