/** How many bits differ between two buffers of equal length. */
export function differingBits(a: Buffer, b: Buffer): number {
  let count = 0;
  a.forEach((byte, index) => {
    for (let rest = byte ^ (b[index] ?? 0); rest > 0; rest >>= 1) count += rest & 1;
  });
  return count;
}
