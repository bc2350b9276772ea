import type { Option } from '../mistake.js';

/** One thing that a signature is made of: what is right, and what senders are known to take for it. */
export interface Layer<T> {
  right: T;
  others: readonly Option<T>[];
}

/** The layers that make up the text that is signed, by name. */
export type Layers<V> = { [K in keyof V]: Layer<V[K]> };

/** What is signed: text is taken as UTF-8. */
export type Signed = string | Buffer;
