/** A request target in the parts that senders get wrong. */
export interface Target {
  /** Scheme and host. */
  before: string;
  path: string;
  /** As it is to be signed; undefined if there is none. */
  query: string | undefined;
  /** As sent, whatever the profile has signed of it. */
  sentQuery: string | undefined;
}

export function writeTarget({ before, path, query }: Target): string {
  return `${before}${path}${query === undefined ? '' : `?${query}`}`;
}
