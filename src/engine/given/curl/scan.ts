/** A place in a text, and what is taken from there on. */
export class Scan {
  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  /** What a sticky pattern finds at the place, which moves behind it. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
