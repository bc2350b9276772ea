/** Whether a value is somewhere within itself, as an alias of YAML can make it. Such a value has no end. */
export function holdsItself(value: unknown): boolean {
  const around = new Set<object>();
  const free = new Set<object>();
  const look = (each: unknown): boolean => {
    if (typeof each !== 'object' || each === null || free.has(each)) return false;
    if (around.has(each)) return true;
    around.add(each);
    const found = Object.values(each).some(look);
    around.delete(each);
    free.add(each);
    return found;
  };
  return look(value);
}
