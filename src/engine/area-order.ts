/** The areas that judge all messages of the run come last, when all have been seen. */
const lastAreas = ['security', 'response', 'expiry', 'errors'];

/** What a portal helps with comes after what it is there for. */
const lastService = /[/\\]signature-utility[/\\]/;

/** Compares suite files for the order in which a run takes them. */
export function byAreaOrder(a: string, b: string): number {
  return rank(a) - rank(b) || a.localeCompare(b);
}

function rank(file: string): number {
  if (lastService.test(file)) return lastAreas.length;
  return lastAreas.findIndex((area) => new RegExp(`[/\\\\]${area}\\.suite\\.`).test(file));
}
