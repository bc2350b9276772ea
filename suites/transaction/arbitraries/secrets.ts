import fc from 'fast-check';

/** A change that makes another secret of a client secret. */
export type SecretChange =
  | { flip: number }
  | { keep: number }
  | { append: string }
  | { write: 'upper case' | 'lower case' | 'backwards' };

/** Changes that make another key of this secret. */
export const secretChange = (secret: string): fc.Arbitrary<SecretChange> => {
  const bytes = Buffer.from(secret);
  return fc
    .oneof<fc.Arbitrary<SecretChange>[]>(
      fc.integer({ min: 0, max: bytes.length * 8 - 1 }).map((flip) => ({ flip })),
      fc.integer({ min: 0, max: bytes.length - 1 }).map((keep) => ({ keep })),
      fc.constantFrom(' ', '\n', '=', 'x').map((append) => ({ append })),
      fc
        .constantFrom('upper case' as const, 'lower case' as const, 'backwards' as const)
        .map((write) => ({ write })),
    )
    .filter((change) => !changeSecret(secret, change).equals(bytes));
};

/** No secret at all first, as of a client whose secret was never set; then what trimming and folding overlook. */
export const secretChangeExamples = (secret: string): SecretChange[] => {
  const bytes = Buffer.from(secret);
  const changes: SecretChange[] = [
    { keep: 0 },
    { append: '\n' },
    { keep: bytes.length - 1 },
    { write: 'upper case' },
    { write: 'lower case' },
    { flip: 0 },
    { append: ' ' },
  ];
  return changes.filter((change) => !changeSecret(secret, change).equals(bytes));
};

/** The changed secret's bytes. */
export function changeSecret(secret: string, change: SecretChange): Buffer {
  const bytes = Buffer.from(secret);
  if ('keep' in change) return bytes.subarray(0, change.keep);
  if ('append' in change) return Buffer.from(`${secret}${change.append}`);
  if ('flip' in change) {
    const at = change.flip >> 3;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (change.flip & 7));
    return bytes;
  }
  if (change.write === 'backwards') return Buffer.from([...secret].reverse().join(''));
  return Buffer.from(change.write === 'upper case' ? secret.toUpperCase() : secret.toLowerCase());
}
