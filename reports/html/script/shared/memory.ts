type Remembered = 'theme' | 'language' | 'keys';

// A browser may refuse storage to a page from disk: then nothing is remembered.

/** Keeps a choice of the reader for the next report. */
export function remember(name: Remembered, value: string): void {
  try {
    localStorage.setItem(`snap-report-${name}`, value);
  } catch {}
}

/** The choice that was kept, if any. */
export function recall(name: Remembered): string | null {
  try {
    return localStorage.getItem(`snap-report-${name}`);
  } catch {
    return null;
  }
}
