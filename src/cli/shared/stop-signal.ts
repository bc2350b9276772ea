import { exitStatus } from './exit-status.js';

/** Listens for Ctrl-C and SIGTERM. */
export interface Stop {
  /** Aborted at the first signal. */
  signal: AbortSignal;
  /** Stops listening. */
  release(): void;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * The first signal asks for a gentle end; the second one ends the process at once.
 *
 * @param onStop Called at the first signal.
 */
export function listenForStop(onStop: () => void = () => {}): Stop {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) return process.exit(exitStatus.interrupted);
    controller.abort();
    return onStop();
  };
  for (const signal of signals) process.on(signal, stop);
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}
