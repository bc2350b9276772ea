/** A connection that failed on its way through a proxy: it says nothing of the target. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly code = 'ERR_PROXY';

  /**
   * @param proxy Host and port of the proxy.
   * @param reason `status`: what it answered to CONNECT; `error`: why it didn't.
   */
  constructor(
    readonly proxy: string,
    readonly reason: { status: number; statusText: string } | { error: string },
  ) {
    super('status' in reason ? `HTTP ${reason.status} ${reason.statusText}` : reason.error);
  }
}
