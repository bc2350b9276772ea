/**
 * Every path at which a service is: its own, and those that its document has besides, such as a former version.
 *
 * @returns the path that is tested first
 */
export function servedPaths({
  path,
  otherPaths = [],
}: {
  path: string;
  otherPaths?: readonly string[];
}): readonly string[] {
  return [path, ...otherPaths];
}
