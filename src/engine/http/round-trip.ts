import { connect } from 'node:net';
import type { Clock } from './clock.js';
import type { Address } from './way/open-socket.js';

/** A server that doesn't notice that a connection was closed is waited for no longer. */
const longestMs = 1000;

/**
 * Opens a connection to a server and closes it again. When the server has closed it too, it has surely read what
 * was written to other connections before. Ends after a second at the latest, and when the connection fails.
 *
 * @param address nothing is sent there, so that http and https are alike
 */
export async function roundTrip(
  address: Address,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const socket = connect(address);
  const closed = new AbortController();
  const ended = new Promise<void>((resolve) => {
    // What goes wrong here is no matter of the request that waits: its own connection tells.
    socket.on('error', () => {});
    socket.once('connect', () => socket.end());
    socket.once('close', () => {
      closed.abort();
      resolve();
    });
    socket.resume();
  });
  const tooLong = clock.pause(longestMs, AbortSignal.any([signal, closed.signal])).catch(() => {});
  await Promise.race([ended, tooLong]);
  socket.destroy();
}
