import type { en } from './en/index.js';

/** What the messages are: by id, a function of their parameters that gives the English text. */
export type Templates = typeof en;

/** A language that every message has a text in, by its BCP 47 tag. */
export type Language = 'en' | 'id';

/** `<service or topic>/<area>/<what is said>` */
export type MessageId = keyof Templates;

/** What is said to people: an id and its parameters. A text comes of it at the edge alone, by {@link render}. */
export interface Message {
  readonly id: MessageId;
  readonly with?: Readonly<Record<string, MessageParameter>>;
}

/** A parameter is plain data, or a message of its own. */
export type MessageParameter =
  | string
  | number
  | boolean
  | undefined
  | Message
  | readonly (string | number | Message)[];

/** The parameters of a template as they are given: a message may stand for each text. */
type Given<P> = {
  [K in keyof P]: P[K] extends string | undefined
    ? P[K] | Message
    : P[K] extends readonly string[]
      ? readonly (string | Message)[]
      : P[K];
};

type GivenTo<Id extends MessageId> =
  Parameters<Templates[Id]> extends [infer P] ? [parameters: Given<P>] : [];

/** A message, or a text that is one in every language: what a target said. */
export type Text = Message | string;

/** A message. */
export function say<Id extends MessageId>(id: Id, ...[parameters]: GivenTo<Id>): Message {
  return parameters === undefined
    ? { id }
    : { id, with: parameters as Readonly<Record<string, MessageParameter>> };
}
