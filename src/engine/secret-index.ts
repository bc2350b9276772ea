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
  readonly #secrets = new Map<string, Hiding>();
  /** Not indexed yet. */
  #pending = new Map<string, Hiding>();
  /** Too short to have parts. */
  readonly #short: Form[] = [];
  readonly #parts = new Map<string, { form: Form; at: number }>();
  /** Which {@link mark}s a part begins with: most places of a long text are told by them not to begin one. */
  #marks = new Uint8Array(marks);

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
    this.#secrets.set(secret, { shown, formStride });
    this.#pending.set(secret, { shown, formStride });
  }

  /** Frees what {@link hide} can make again. */
  rest(): void {
    this.#short.length = 0;
    this.#parts.clear();
    // A new one takes up no memory until it is written to.
    this.#marks = new Uint8Array(marks);
    this.#pending = new Map(this.#secrets);
  }

  /** The text without them; a mere part of one becomes an ellipsis. */
  hide(text: string): string {
    for (const [secret, hiding] of this.#pending) this.#index(secret, hiding);
    this.#pending.clear();
    const shown = this.#short.reduce((left, form) => left.replaceAll(form.text, form.shown), text);
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
      const part = form.text.slice(at, at + gram);
      if (!this.#parts.has(part)) this.#parts.set(part, { form, at });
      this.#marks[markAt(form.text, at)] = 1;
    }
  }

  #hideParts(text: string): string {
    let shown = '';
    let kept = 0;
    for (let at = 0; at + gram <= text.length; at += 1) {
      if (this.#marks[markAt(text, at)] === 0) continue;
      const part = this.#parts.get(text.slice(at, at + gram));
      if (!part) continue;
      const secret = part.form.text;
      const before = commonBackwards(text, at, secret, part.at, at - kept);
      const after = commonForwards(text, at + gram, secret, part.at + gram);
      const whole = before + gram + after === secret.length;
      shown += text.slice(kept, at - before);
      if (whole) shown += part.form.shown;
      else if (!shown.endsWith('…')) shown += '…';
      kept = at + gram + after;
      at = kept - 1;
    }
    return shown + text.slice(kept);
  }
}

/** A number made of four characters. */
function markAt(text: string, at: number): number {
  let mark = 0;
  for (let index = at; index < at + 4; index += 1)
    mark = (Math.imul(mark, 67) + text.charCodeAt(index)) & (marks - 1);
  return mark;
}

/** How many characters before both places are alike, `most` at the most. */
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
