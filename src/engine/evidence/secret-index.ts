import { secretForms } from './secret-forms.js';

/** Characters by which a part of a secret is recognised. */
const gram = 12;
/** Every so manyth character begins one of them, so that any `gram + stride - 1` in a row are found. */
const stride = 4;

/** How many different beginnings are told apart; a power of two. */
const marks = 1 << 18;

interface Form {
  text: string;
  /** Stands in the place of the whole secret. */
  shown: string;
}

/** Where in a form a part of it begins. */
interface Part {
  form: Form;
  at: number;
}

/** What of a text is alike with a form. */
interface Match {
  form: Form;
  from: number;
  to: number;
}

/** How a secret is hidden. */
interface Hiding {
  /** Stands in the place of the whole secret. */
  shown: string;
  /** Every so manyth character of its other forms begins a part. */
  formStride: number;
}

/**
 * Finds secrets in texts: whole ones in all their forms, and longer parts of them. What it looks them up
 * in has a hundred times their size, so it is made only when a text is to be searched.
 */
export class SecretIndex {
  readonly #secrets = new Set<string>();
  /** Not indexed yet. */
  readonly #pending = new Map<string, Hiding>();
  /** Too short to have parts. */
  readonly #short: Form[] = [];
  /** More than one if forms are alike in part: a URL changes only some of a token's characters. */
  readonly #parts = new Map<string, Part[]>();
  /** Which {@link mark}s a part begins with: most places of a long text are told by them not to begin one. */
  readonly #marks = new Uint8Array(marks);

  /** How many secrets are known. */
  get size(): number {
    return this.#secrets.size;
  }

  has(secret: string): boolean {
    return this.#secrets.has(secret);
  }

  /**
   * @param shown Stands in the place of the whole secret.
   * @param formStride Less dense for the other forms of what comes by the hundred: of them only longer
   * parts are found then.
   */
  add(secret: string, shown: string, formStride = stride): void {
    this.#secrets.add(secret);
    this.#pending.set(secret, { shown, formStride });
  }

  /** The text without them; a mere part of one becomes an ellipsis. */
  hide(text: string): string {
    for (const [secret, hiding] of this.#pending) this.#index(secret, hiding);
    this.#pending.clear();
    const shown = this.#short.reduce(
      (left, form) => left.replaceAll(form.text, () => form.shown),
      text,
    );
    return this.#parts.size === 0 ? shown : this.#hideParts(shown);
  }

  #index(secret: string, { shown, formStride }: Hiding): void {
    for (const text of secretForms(secret)) {
      const form = { text, shown };
      if (text.length < gram + stride) this.#short.push(form);
      else this.#addParts(form, text === secret ? stride : formStride);
    }
  }

  #addParts(form: Form, every: number): void {
    for (let at = 0; at + gram <= form.text.length; at += every) {
      const text = form.text.slice(at, at + gram);
      const parts = this.#parts.get(text);
      if (!parts) this.#parts.set(text, [{ form, at }]);
      // When a form repeats itself, its first place will do.
      else if (parts.at(-1)?.form !== form) parts.push({ form, at });
      this.#marks[markAt(form.text, at)] = 1;
    }
  }

  #hideParts(text: string): string {
    let shown = '';
    let kept = 0;
    for (let at = 0; at + gram <= text.length; at += 1) {
      if (this.#marks[markAt(text, at)] === 0) continue;
      const parts = this.#parts.get(text.slice(at, at + gram));
      if (!parts) continue;
      const { form, from, to } = longestOf(parts.map((part) => matchOf(part, text, at, kept)));
      shown += text.slice(kept, from);
      if (to - from === form.text.length) shown += form.shown;
      else if (!shown.endsWith('…')) shown += '…';
      kept = to;
      at = kept - 1;
    }
    return shown + text.slice(kept);
  }
}

/** The stretch, from `kept` on, that the text around a part has in common with the part's form. */
function matchOf({ form, at: inForm }: Part, text: string, at: number, kept: number): Match {
  const before = commonBackwards(text, at, form.text, inForm, at - kept);
  const after = commonForwards(text, at + gram, form.text, inForm + gram);
  return { form, from: at - before, to: at + gram + after };
}

/** Of matches of the same length one that is a whole secret. */
function longestOf(matches: readonly Match[]): Match {
  const rank = ({ form, from, to }: Match) =>
    (to - from) * 2 + Number(to - from === form.text.length);
  return matches.reduce((best, match) => (rank(match) > rank(best) ? match : best));
}

/** A number made of four characters. */
function markAt(text: string, at: number): number {
  let mark = 0;
  for (let index = at; index < at + 4; index += 1)
    mark = (Math.imul(mark, 67) + text.charCodeAt(index)) & (marks - 1);
  return mark;
}

/** How many characters before both places are alike, at most `most`. */
function commonBackwards(a: string, aAt: number, b: string, bAt: number, most: number): number {
  let count = 0;
  while (count < most && count < bAt && a[aAt - count - 1] === b[bAt - count - 1]) count += 1;
  return count;
}

/** How many characters from both places on are alike. */
function commonForwards(a: string, aAt: number, b: string, bAt: number): number {
  let count = 0;
  while (aAt + count < a.length && bAt + count < b.length && a[aAt + count] === b[bAt + count])
    count += 1;
  return count;
}
