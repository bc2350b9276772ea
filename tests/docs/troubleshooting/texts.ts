import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The languages of the page. */
export const languages = ['en', 'id'] as const;
export type Language = (typeof languages)[number];

/** What a page says around the output of the commands. Markdown. */
export interface Texts {
  /** Name of the page in docs/. */
  file: string;
  title: string;
  intro: string;
  groups: { title: string; entries: Entry[] }[];
}

/** What a reader met, and what to do. */
export interface Entry {
  /** The scenario that is played. */
  id: string;
  /** What the reader sees. */
  symptom: string;
  /** Before the first command. */
  ask: string;
  /** After the last one. */
  remedy: string;
}

export function textsIn(language: Language): Texts {
  const file = new URL(`./texts/${language}.yaml`, import.meta.url);
  return parse(readFileSync(file, 'utf8')) as Texts;
}
