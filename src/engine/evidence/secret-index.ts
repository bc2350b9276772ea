import { secretForms } from './secret-forms.js';
import { isSqueezable, squeeze, squeezed } from './squeeze.js';

/** Characters by which a part of a secret is recognised. */
const gram = 12;
/** Every so manyth character begins one of them, so that any `gram + stride - 1` in a row are found. */
const stride = 4;

/** Of a text without its separators a shorter part isn't hidden: words run together are alike by chance. */
const shortestSqueezed = 20;
/** Nor is a shorter secret as a whole. */
const shortestSqueezedWhole = 10;

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
  /** It is the whole form. */
  whole: boolean;
}

/** How a secret is hidden. */
interface Hiding {
  /** Stands in the place of the whole secret. */
  shown: string;
  /** Every so manyth character of its other forms begins a part. */
  formStride: number;
  /** Its forms, if it isn't a text. */
  forms?: readonly string[];
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

  /** Adds bytes that only ever come in these forms. */
  addForms(forms: readonly string[], shown: string): void {
    const [name = ''] = forms;
    this.#pending.set(name, { shown, formStride: stride, forms });
  }

  /** The text without them, spaced out or escaped though they be; a mere part of one becomes an ellipsis. */
  hide(text: string): string {
    if (this.#pending.size > 0) this.#indexPending();
    const plain = this.#parts && text.length >= gram ? matchesIn(text, this.#parts) : [];
    // Of a secret in lines some lines are long enough to be found alone: the longer match holds.
    const shown = replace(text, merged([...plain, ...this.#spacedOut(text)]));
    return this.#short.reduce((left, form) => left.replaceAll(form.text, () => form.shown), shown);
  }

  /** What is found once separators and escapes are taken out, by its places in the text as it is. */
  #spacedOut(text: string): Match[] {
    if (text.length < shortestSqueezedWhole || !isSqueezable(text)) return [];
    // Most texts hold nothing, and places are dear to note.
    if (this.#findSqueezed(squeezed(text)).length === 0) return [];
    const { text: joined, from, to } = squeeze(text);
    return this.#findSqueezed(joined).map((match) => ({
      ...match,
      from: from[match.from] ?? 0,
      to: to[match.to - 1] ?? text.length,
    }));
  }

  #findSqueezed(text: string): Match[] {
    const parts = this.#parts
      ? matchesIn(text, this.#parts).filter(
          ({ from, to, whole }) => whole || to - from >= shortestSqueezed,
        )
      : [];
    for (const form of this.#short) {
      if (form.text.length < shortestSqueezedWhole) continue;
      const { length } = form.text;
      for (
        let from = text.indexOf(form.text);
        from >= 0;
        from = text.indexOf(form.text, from + length)
      )
        parts.push({ form, from, to: from + length, whole: true });
    }
    return parts;
  }

  #indexPending(): void {
    for (const [secret, hiding] of this.#pending) this.#index(secret, hiding);
    this.#pending.clear();
  }

  #index(secret: string, { shown, formStride, forms }: Hiding): void {
    for (const text of forms ?? secretForms(secret, formStride === stride)) {
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

/** What of a text is alike with a form, in order, none overlapping another. */
function matchesIn(text: string, parts: readonly (Part | undefined)[]): Match[] {
  const found: Match[] = [];
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
    found.push(longest);
    kept = longest.to;
    at = kept - 1;
    mark = markAt(text, kept, marked - 1);
  }
  return found;
}

/** The matches in order; of those that overlap one, as long as both, with the form of the longer. */
function merged(matches: Match[]): Match[] {
  if (matches.length < 2) return matches;
  const left: Match[] = [];
  for (const match of matches.sort((a, b) => a.from - b.from)) {
    const before = left.at(-1);
    if (!before || before.to <= match.from) left.push(match);
    else {
      const { form, whole } = rank(match) > rank(before) ? match : before;
      const to = Math.max(before.to, match.to);
      left[left.length - 1] = { form, whole, from: before.from, to };
    }
  }
  return left;
}

function replace(text: string, matches: readonly Match[]): string {
  let shown = '';
  let kept = 0;
  for (const { form, from, to, whole } of matches) {
    shown += text.slice(kept, from);
    if (whole) shown += form.shown;
    else if (!shown.endsWith('…')) shown += '…';
    kept = to;
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
  const [from, to] = [at - before, at + gram + after];
  return { form, from, to, whole: to - from === form.text.length };
}

/** The longest match is the one to hide; of those of the same length a whole secret. */
function rank({ from, to, whole }: Match): number {
  return (to - from) * 2 + Number(whole);
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
