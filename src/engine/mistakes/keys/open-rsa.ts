import { constants, createHash, type KeyObject, publicDecrypt } from 'node:crypto';

/** What is inside an RSA signature that the private half of a key made. */
export type Opened =
  /** A digest, under the name of its algorithm (RFC 8017, section 9.2). */
  | { form: 'digest-info'; hash: string; digest: Buffer; withoutNull?: true }
  /** A digest or a text without the name of an algorithm, or without any padding. */
  | { form: 'bare'; content: Buffer; padding: 1 | 2 | 'none' }
  /** RSASSA-PSS (RFC 8017, section 9.1). */
  | { form: 'pss'; hash: string; salt: Buffer; seed: Buffer };

/** DigestInfo up to the digest (RFC 8017, section 9.2, note 1; without NULL as RFC 8017, appendix B.1, also allows). */
const infos: readonly { hash: string; prefix: string; withoutNull?: true }[] = [
  { hash: 'sha256', prefix: '3031300d060960864801650304020105000420' },
  { hash: 'sha256', prefix: '302f300b0609608648016503040201' + '0420', withoutNull: true },
  { hash: 'sha1', prefix: '3021300906052b0e03021a05000414' },
  { hash: 'sha384', prefix: '3041300d060960864801650304020205000430' },
  { hash: 'sha512', prefix: '3051300d060960864801650304020305000440' },
  { hash: 'sha224', prefix: '302d300d06096086480165030402040500041c' },
  { hash: 'md5', prefix: '3020300c06082a864886f70d020505000410' },
  { hash: 'sha3-256', prefix: '3031300d060960864801650304020805000420' },
  { hash: 'sha3-512', prefix: '3051300d060960864801650304020a05000440' },
];

/**
 * Opens a signature with the public half of the key: once, so that candidates are compared by their digest.
 *
 * @returns more than one for RSASSA-PSS, which doesn't say for certain which hash it used; none for bytes that this key
 * didn't sign
 */
export function openRsa(key: KeyObject, signature: Buffer): Opened[] {
  const block = rawBlock(key, signature);
  if (!block) return [];
  const padded = openPkcs1(block);
  if (padded) return [padded];
  const pss = openPss(block, key);
  const bare = pss.length > 0 ? undefined : openBare(block);
  return bare ? [bare] : pss;
}

function rawBlock(key: KeyObject, signature: Buffer): Buffer | undefined {
  try {
    return publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
  } catch {
    return undefined;
  }
}

/** 00 01 FF … FF 00 content, or 00 02 random 00 content, as encryption pads. */
function openPkcs1(block: Buffer): Opened | undefined {
  if (block[0] !== 0 || (block[1] !== 1 && block[1] !== 2)) return undefined;
  const end = block.indexOf(0, 2);
  if (end < 10) return undefined;
  const filling = block.subarray(2, end);
  if (block[1] === 1 && filling.some((byte) => byte !== 0xff)) return undefined;
  const content = block.subarray(end + 1);
  const hex = content.toString('hex');
  const info = infos.find(({ prefix }) => hex.startsWith(prefix));
  if (block[1] === 1 && info)
    return {
      form: 'digest-info',
      hash: info.hash,
      digest: content.subarray(info.prefix.length / 2),
      ...(info.withoutNull && { withoutNull: true }),
    };
  // Random bytes look like padding of this kind once in 60,000 times; then they aren't followed by text or a digest.
  if (block[1] === 2 && !isPlausible(content)) return undefined;
  return { form: 'bare', content, padding: block[1] };
}

const isPlausible = (content: Buffer) =>
  [16, 20, 28, 32, 48, 64].includes(content.length) ||
  /^[\x20-\x7e]+$/.test(content.toString('latin1'));

/** A text or a digest, filled up with zeros alone. */
function openBare(block: Buffer): Opened | undefined {
  const start = block.findIndex((byte) => byte !== 0);
  if (start < 8) return undefined;
  return { form: 'bare', content: block.subarray(start), padding: 'none' };
}

const hash = (algorithm: string, data: Buffer) => createHash(algorithm).update(data).digest();

/** MGF1 (RFC 8017, appendix B.2.1). */
function mask(algorithm: string, seed: Buffer, length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let made = 0, counter = 0; made < length; counter += 1) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const block = hash(algorithm, Buffer.concat([seed, count]));
    blocks.push(block);
    made += block.length;
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** How long salts are: as the hash, absent, as another hash, or as long as there is room. */
const isSalt = (length: number, longest: number) =>
  [0, 20, 28, 32, 48, 64, longest].includes(length);

/** EMSA-PSS-VERIFY up to the salt (RFC 8017, section 9.1.2); MGF1 may use another hash, as Java's does by default. */
function openPss(block: Buffer, key: KeyObject): Opened[] {
  if (block.at(-1) !== 0xbc) return [];
  const bits = (key.asymmetricKeyDetails?.modulusLength ?? 0) - 1;
  const em = block.subarray(block.length - Math.ceil(bits / 8));
  return ['sha256', 'sha1', 'sha512', 'sha384', 'sha224'].flatMap((algorithm) =>
    [...new Set([algorithm, 'sha1'])].flatMap((generator): Opened[] => {
      const size = hash(algorithm, Buffer.alloc(0)).length;
      const length = em.length - size - 1;
      if (length < 1) return [];
      const seed = em.subarray(length, length + size);
      const over = mask(generator, seed, length);
      const data = Buffer.from(
        em.subarray(0, length).map((byte, index) => byte ^ (over[index] ?? 0)),
      );
      data[0] = (data[0] ?? 0) & (0xff >> (8 * em.length - bits));
      const one = data.findIndex((byte) => byte !== 0);
      const salt = data.subarray(one + 1);
      return one >= 0 && data[one] === 1 && isSalt(salt.length, length - 1)
        ? [{ form: 'pss', hash: algorithm, salt, seed }]
        : [];
    }),
  );
}
