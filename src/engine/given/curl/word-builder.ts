import { placeAt, unreadable } from '../given-problem.js';
import type { Word } from './command-line.js';

/** Collects the words of a command, character by character. */
export class WordBuilder {
  readonly words: Word[] = [];
  #text: string | undefined;
  #at = 0;
  #open: string | undefined;

  constructor(
    private readonly source: string,
    private readonly file: string,
  ) {}

  /** True if a word has begun; a pair of quotes begins one, too. */
  get begun(): boolean {
    return this.#text !== undefined;
  }

  get text(): string {
    return this.#text ?? '';
  }

  /** Adds a part that stands without quotes. */
  add(text: string, at: number): void {
    if (this.#text === undefined) this.#refuseTypography(text, at);
    this.addQuoted(text, at);
  }

  addQuoted(text: string, at: number): void {
    if (this.#text === undefined) this.#at = at;
    this.#text = this.text + text;
  }

  /** Adds what only the shell knows. */
  addOpen(text: string, at: number): void {
    this.add(text, at);
    this.#open ??= text;
  }

  /** Ends the word, if one has begun. */
  end(): void {
    if (this.#text !== undefined)
      this.words.push({
        text: this.#text,
        at: this.#at,
        ...(this.#open !== undefined && { open: this.#open }),
      });
    this.drop();
  }

  /** Leaves the word out. */
  drop(): void {
    this.#text = undefined;
    this.#open = undefined;
  }

  /** @throws InputProblem for a quote that isn't closed. */
  unclosed(what: string, at: number): never {
    throw unreadable(`${what} is opened here and never closed`, {
      file: placeAt(this.file, this.source, at),
      remedy: 'Paste the whole command; if the value holds such a quote itself, escape it.',
    });
  }

  #refuseTypography(text: string, at: number): void {
    const quote = /^[\u2018-\u201f]/.test(text);
    if (!quote && !/^[\u2010-\u2015\u2212]/.test(text)) return;
    throw unreadable(
      quote
        ? 'a typographic quotation mark stands here, which no shell reads as a quote'
        : 'a typographic dash stands here, which curl does not read as a hyphen',
      {
        file: placeAt(this.file, this.source, at),
        remedy: `Copy the command from where it was run, not from a document; or write ${quote ? "'" : '-'} in its place.`,
      },
    );
  }
}
