import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect garbage early, in the run's worker too. Of many requests a run keeps next to nothing, but
 * left to itself V8 lets the heap grow to several times of what is kept before it looks. The flags are the
 * whole process's, so they are the command's to set, not the library's.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--max-semi-space-size=8');
}
