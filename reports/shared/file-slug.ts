/**
 * A part of a file name for each of these names, all different, whatever the names hold: a target's name comes from a
 * config and may be `../x` or `CON`.
 */
export function fileSlugs(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replace(/[^\w-]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60) || 'target';
    let slug = plain;
    // Some file systems don't tell `Bank` from `bank`.
    for (let count = 2; taken.has(slug.toLowerCase()); count += 1) slug = `${plain}-${count}`;
    taken.add(slug.toLowerCase());
    return slug;
  });
}
