import { secretForms } from './secret-forms.js';

/** Characters by which a part of a secret is recognised. */
const gram = 12;
/** Every so manyth character begins one of them, so that any `gram + stride - 1` in a row are found. */
const stride = 4;

interface Form {
  text: string;
  /** Stands in the place of the whole secret. */
  shown: string;
}

/** Finds secrets in texts: whole ones in all their forms, and longer parts of them. */
export class SecretIndex {
  readonly #secrets = new Set<string>();
  /** Too short to have parts. */
  readonly #short: Form[] = [];
  readonly #parts = new Map<string, { form: Form; at: number }>();

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
    for (const text of secretForms(secret)) {
      const form = { text, shown };
      if (text.length < gram + stride) this.#short.push(form);
      else this.#addParts(form, text === secret ? stride : formStride);
    }
  }

  /** The text without them; a mere part of one becomes an ellipsis. */
  hide(text: string): string {
    const shown = this.#short.reduce((left, form) => left.replaceAll(form.text, form.shown), text);
    return this.#parts.size === 0 ? shown : this.#hideParts(shown);
  }

  #addParts(form: Form, every: number): void {
    for (let at = 0; at + gram <= form.text.length; at += every) {
      const part = form.text.slice(at, at + gram);
      if (!this.#parts.has(part)) this.#parts.set(part, { form, at });
    }
  }

  #hideParts(text: string): string {
    let shown = '';
    let kept = 0;
    for (let at = 0; at + gram <= text.length; at += 1) {
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
