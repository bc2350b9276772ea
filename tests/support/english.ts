import type { Message } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';

/** A value with the text of each message in it. */
export type English<T> = T extends Message
  ? string
  : T extends readonly (infer Item)[]
    ? English<Item>[]
    : T extends object
      ? { [K in keyof T]: English<T[K]> }
      : T;

/** A value as people read it: each message in it is its English text. */
export function english<T>(value: T): English<T> {
  return rendered(value) as English<T>;
}

function rendered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rendered);
  if (typeof value !== 'object' || value === null) return value;
  if (isMessage(value)) return render(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rendered(item)]));
}

function isMessage(value: object): value is Message {
  return 'id' in value && Object.keys(value).every((name) => name === 'id' || name === 'with');
}
