/** What the page holds compressed, for its script. */
export interface Packed {
  /** Markup by the id of the element that it goes into. */
  parts: Record<string, string>;
  /** Requirements' texts in the language that the page was not rendered in, by id; escaped as markup. */
  texts: Record<string, { title: string; remedy?: string }>;
  /** What else is said in that language, by its number in the page; escaped as markup. */
  said: string[];
}
