import { en } from './en/index.js';
import type { Message, MessageParameter, Text } from './message.js';

type Template = (parameters: Record<string, unknown>) => string;

/** The English text of a message; a plain text stays as it is. */
export function render(message: Message | string): string {
  if (typeof message === 'string') return message;
  const template = en[message.id] as Template;
  return template(
    Object.fromEntries(
      Object.entries(message.with ?? {}).map(([name, value]) => [name, plain(value)]),
    ),
  );
}

/** A text as a result has it: in English, and as the message that it comes of, for other languages. */
export function worded(text: Text): { message: string; says?: Message } {
  return typeof text === 'string' ? { message: text } : { message: render(text), says: text };
}

/** The message that a result's text comes of; the text itself when it is no message. */
export function textOf({ message, says }: { message: string; says?: object }): Text {
  return says === undefined ? message : (says as Message);
}

/** A text, or a message with the texts of its parameters, changed; ids and the names of parameters stay. */
export function mapTexts<T extends Text>(text: T, change: (text: string) => string): T {
  return mapped(text, change) as T;
}

function mapped(value: MessageParameter, change: (text: string) => string): MessageParameter {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change) as string);
  if (!isMessage(value) || value.with === undefined) return value;
  const parameters = Object.entries(value.with);
  return {
    id: value.id,
    with: Object.fromEntries(parameters.map(([name, item]) => [name, mapped(item, change)])),
  };
}

function plain(value: MessageParameter): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return isMessage(value) ? render(value) : value;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'id' in value;
}
