import type { KeyDescription } from './describe-key.js';

const typeNames: Readonly<Record<string, string>> = {
  rsa: 'RSA',
  'rsa-pss': 'RSA-PSS',
  ec: 'EC',
  ed25519: 'Ed25519',
};

/** What a key file holds, in words; with what to do next, unless it is `writing` already. */
export function keyText(description: KeyDescription, writing: boolean): string {
  const { file, holds, format, type, bits, publicKeySha256, mended, problem, usable } = description;
  const kind = [typeNames[type ?? ''] ?? type, bits !== null && `${bits} bits`].filter(Boolean);
  const article = holds === null ? 'no key that can be used as it is' : `a ${holds}`;
  return [
    holds === null ? `${file} holds ${article}` : `${file} holds ${article}: ${kind.join(', ')}`,
    ...(format === null ? [] : [`  format: ${format}`]),
    ...(publicKeySha256 === null ? [] : [`  SHA-256 of its public key: ${publicKeySha256}`]),
    ...mended.map((what) => `  put right: ${what}`),
    ...(problem === null ? [] : [`  problem: ${problem}`]),
    ...(usable && mended.length > 0 && !writing
      ? ['  It is read here; other programs may not read it: --out FILE writes it as clean PEM.']
      : []),
  ].join('\n');
}
