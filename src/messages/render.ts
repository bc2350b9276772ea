import { en } from './en/index.js';
import { id } from './id/index.js';
import type { Language, Message, MessageParameter, Templates, Text } from './message.js';

type Template = (parameters: Record<string, unknown>) => string;

const templates: Readonly<Record<Language, Templates>> = { en, id };

/** The text of a message in a language; a plain text stays as it is. */
export function render(message: Message | string, language: Language = 'en'): string {
  if (typeof message === 'string') return message;
  const template = templates[language][message.id] as Template;
  return template(
    Object.fromEntries(
      Object.entries(message.with ?? {}).map(([name, value]) => [name, plain(value, language)]),
    ),
  );
}

/**
 * A text of a result in a language. It stays as it stands if the message isn't what it was made of: the result is of
 * another version, or somebody changed the file.
 */
export function translated(
  { message, says }: { message: string; says?: object | null | undefined },
  language: Language,
): string {
  if (language === 'en' || !isMessage(says)) return message;
  try {
    return render(says) === message ? render(says, language) : message;
  } catch {
    return message;
  }
}

/** A text as a result has it: in English, and as the message that it comes of, for other languages. */
export function worded(text: Text): { message: string; says?: Message } {
  return typeof text === 'string' ? { message: text } : { message: render(text), says: text };
}

/** What texts are made of, by the texts in English. */
export function saysOf(texts: readonly Text[]): Record<string, Message> {
  return Object.fromEntries(
    texts.flatMap((text) => (typeof text === 'string' ? [] : [[render(text), text]])),
  );
}

/** The same of a text that is recorded with the secrets taken out of it. */
export function wordedWithout(
  secrets: { text(text: string): string },
  text: Text,
): { message: string; says?: Message } {
  const { message, says } = worded(mapTexts(text, (each) => secrets.text(each)));
  return { message: secrets.text(message), ...(says && { says }) };
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

function plain(value: MessageParameter, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, language));
  return isMessage(value) ? render(value, language) : value;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'id' in value;
}
