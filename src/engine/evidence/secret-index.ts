import { secretForms } from './secret-forms.js';

/** Characters by which a part of a secret is recognised. */
const gram = 12;
/** Every so manyth character begins one of them, so that any `gram + stride - 1` in a row are found. */
const stride = 4;

/** Characters that a mark is made of. */
const marked = 4;
/** How many marks there are; each of the characters adds four bits. */
const marks = 1 << (4 * marked);

interface Form {
  text: string;
  /** Stands in the place of the whole secret. */
  shown: string;
}

/** Where in a form a part of it begins. */
interface Part {
  form: Form;
  at: number;
  /** Another part with the same {@link markAt mark}. */
  next: Part | undefined;
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
  /** By their {@link markAt mark}, the latest first. Made with the first part: an index of nothing is common. */
  #parts: (Part | undefined)[] | undefined;

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
    if (this.#pending.size > 0) this.#indexPending();
    const shown = this.#short.reduce(
      (left, form) => left.replaceAll(form.text, () => form.shown),
      text,
    );
    return this.#parts && shown.length >= gram ? hideParts(shown, this.#parts) : shown;
  }

  #indexPending(): void {
    for (const [secret, hiding] of this.#pending) this.#index(secret, hiding);
    this.#pending.clear();
  }

  #index(secret: string, { shown, formStride }: Hiding): void {
    for (const text of secretForms(secret)) {
      const form = { text, shown };
      if (text.length < gram + stride) this.#short.push(form);
      else this.#addParts(form, text === secret ? stride : formStride);
    }
  }

  #addParts(form: Form, every: number): void {
    this.#parts ??= new Array<Part | undefined>(marks).fill(undefined);
    for (let at = 0; at + gram <= form.text.length; at += every) {
      const mark = markAt(form.text, at);
      const next = this.#parts[mark];
      // When a form repeats itself, its first place will do.
      if (next?.form !== form || !alike(form.text, at, form.text, next.at))
        this.#parts[mark] = { form, at, next };
    }
  }
}

function hideParts(text: string, parts: readonly (Part | undefined)[]): string {
  let shown = '';
  let kept = 0;
  let mark = markAt(text, 0, marked - 1);
  for (let at = 0; at + gram <= text.length; at += 1) {
    mark = withCharacter(mark, text, at + marked - 1);
    let longest: Match | undefined;
    for (let part = parts[mark]; part; part = part.next) {
      if (!alike(text, at, part.form.text, part.at)) continue;
      const match = matchOf(part, text, at, kept);
      // Forms can be alike in part: a URL changes only some of a token's characters.
      if (!longest || rank(match) >= rank(longest)) longest = match;
    }
    if (!longest) continue;
    const { form, from, to } = longest;
    shown += text.slice(kept, from);
    if (to - from === form.text.length) shown += form.shown;
    else if (!shown.endsWith('…')) shown += '…';
    kept = to;
    at = kept - 1;
    mark = markAt(text, kept, marked - 1);
  }
  return shown + text.slice(kept);
}

/** Whether a part's characters stand at both places. */
function alike(a: string, aAt: number, b: string, bAt: number): boolean {
  for (let index = 0; index < gram; index += 1)
    if (a.charCodeAt(aAt + index) !== b.charCodeAt(bAt + index)) return false;
  return true;
}

/** The stretch, from `kept` on, that the text around a part has in common with the part's form. */
function matchOf({ form, at: inForm }: Part, text: string, at: number, kept: number): Match {
  const before = commonBackwards(text, at, form.text, inForm, at - kept);
  const after = commonForwards(text, at + gram, form.text, inForm + gram);
  return { form, from: at - before, to: at + gram + after };
}

/** The longest match is the one to hide; of those of the same length a whole secret. */
function rank({ form, from, to }: Match): number {
  return (to - from) * 2 + Number(to - from === form.text.length);
}

/** A number below `marks`, made of the characters from a place on. */
function markAt(text: string, at: number, count = marked): number {
  let mark = 0;
  for (let index = at; index < at + count; index += 1) mark = withCharacter(mark, text, index);
  return mark;
}

/** The mark one character on: the first of its characters is shifted out. */
function withCharacter(mark: number, text: string, at: number): number {
  return ((mark << 4) ^ text.charCodeAt(at)) & (marks - 1);
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
