import type { KeyObject } from 'node:crypto';
import { type Message, type MessageId, say } from '../../messages/message.js';
import { rsaSignatureLength, type SignatureEncoding } from '../../protocol/signature.js';
import { algorithmOf } from '../mistakes/keys/rsa.js';
import { type Mistake, sentenceOf } from '../mistakes/mistake.js';
import type { Reading } from '../mistakes/signature/readings.js';
import type { Explained } from './explain-signature.js';

interface About {
  signature: string;
  encoding: SignatureEncoding;
  publicKey: KeyObject | undefined;
  keyKind: 'secret' | 'rsa';
  bodiesLeftOut?: number;
}

/** How many readings are described at most. */
const most = 3;
const hmacs: Readonly<Record<number, string>> = {
  16: 'HMAC-MD5',
  20: 'HMAC-SHA1',
  28: 'HMAC-SHA224',
  32: 'HMAC-SHA256',
  48: 'HMAC-SHA384',
  64: 'HMAC-SHA512',
};
const keySizes = [1024, 2048, 3072, 4096, 8192];

/** What languages print of bytes, in the place of the bytes. */
const printed: readonly [RegExp, string][] = [
  [/^\[[A-Z]+@[0-9a-f]{1,8}$/, 'Java'],
  [/^System\.[A-Za-z.]+(?:\[\])?$/, '.NET'],
  [/^\[object \w+\]$/, 'JavaScript'],
  [/^<Buffer /, 'Node.js'],
  [/^(?:Array|Resource id #\d+)$/, 'PHP'],
  [/^<(?:bytes|built-in|function|_hashlib|bound method|hmac|memory)/, 'Python'],
  [/^#<[A-Z]/, 'Ruby'],
];
const missing =
  /^(?:undefined|null|none|nil|<nil>|NaN|false|true|0|signature|\{+.*\}+|<.*>|\$\{.*\}|%s)$/i;

/** A zero byte can be put before anything that lacks one: such a reading shows nothing unless a key opens it. */
const isPlain = ({ mistakes }: Reading) =>
  mistakes.every(({ id }) => id !== 'encoding/leading-zero-lost');

/** Describes a signature that no known mistake explains: what it shows by itself, and what was ruled out. */
export function describeUnexplained<V>(
  found: Explained<V>,
  about: About,
  candidates: Readonly<Record<string, number>>,
): { findings: Message[]; likely: Mistake[] } {
  const explained = { ...found, readings: found.readings.filter(isPlain) };
  const text = about.signature.trim();
  const language = printed.find(([pattern]) => pattern.test(text))?.[1];
  if (language !== undefined)
    return { findings: [say('mistakes/unexplained/printed-object', { language })], likely: [] };
  if (missing.test(text))
    return { findings: [say('mistakes/unexplained/placeholder')], likely: [] };
  const encoding = encodingName(about.encoding);
  const likely: Mistake[] = isCut(explained.readings, about) ? [{ id: 'encoding/cut' }] : [];
  if (explained.readings.length === 0 && likely.length === 0)
    return {
      findings: [say('mistakes/unexplained/not-a-signature', { encoding })],
      likely,
    };
  return {
    findings: [...keyFindings(explained, about, likely), ...ruledOut(explained, about, candidates)],
    likely,
  };
}

const encodingName = (encoding: SignatureEncoding) => (encoding === 'base64' ? 'Base64' : 'hex');

function neededBytes({ keyKind, publicKey }: About): number {
  return keyKind === 'rsa' && publicKey ? rsaSignatureLength(publicKey) : 64;
}

function neededCharacters(about: About): number {
  const bytes = neededBytes(about);
  return about.encoding === 'hex' ? bytes * 2 : Math.ceil(bytes / 3) * 4;
}

/** Shorter than any signature of the scheme, and of no length that another algorithm gives. */
function isCut(readings: readonly Reading[], about: About): boolean {
  const { length } = about.signature.trim();
  return (
    /^[\w+/-]+$/.test(about.signature.trim()) &&
    length >= 16 &&
    length < neededCharacters(about) &&
    readings.every(({ bytes }) => !(bytes.length in hmacs) && !keySizes.includes(bytes.length * 8))
  );
}

function keyFindings<V>(
  { readings, opened }: Explained<V>,
  about: About,
  likely: readonly Mistake[],
): Message[] {
  const { publicKey, keyKind } = about;
  const [first] = opened;
  if (first) {
    const algorithm = algorithmOf(first.opened);
    if (first.key > 0)
      return [say('mistakes/unexplained/other-key-opens', { number: first.key + 1, algorithm })];
    const [wrote] = first.reading.mistakes;
    const how = wrote ? say('mistakes/unexplained/how', { how: sentenceOf(wrote) }) : '';
    return [say('mistakes/unexplained/key-opens', { algorithm, how })];
  }
  if (likely.length > 0)
    return [
      say('mistakes/unexplained/cut', {
        characters: about.signature.trim().length,
        needed: neededCharacters(about),
      }),
    ];
  const needed = neededBytes(about);
  if (readings.some(({ bytes, mistakes }) => bytes.length === needed && mistakes.length < 2)) {
    const of = readings
      .filter(({ bytes, mistakes }) => bytes.length === needed && mistakes.length === 1)
      .slice(0, 1)
      .map((reading) => readingFinding(reading, about));
    const documented = readings.some(
      ({ bytes, mistakes }) => bytes.length === needed && mistakes.length === 0,
    );
    return [
      ...(documented ? [] : of),
      keyKind === 'secret'
        ? say('mistakes/unexplained/other-secret')
        : say('mistakes/unexplained/not-this-key', {
            bits: publicKey?.asymmetricKeyDetails?.modulusLength ?? 0,
          }),
    ];
  }
  // Hex digits are valid Base64 too: what the bytes are depends on how they are read.
  const lengths = new Set<number>();
  const distinct = readings.filter(
    ({ bytes }) => !lengths.has(bytes.length) && lengths.add(bytes.length),
  );
  const telling = distinct.filter(
    ({ bytes }) => bytes.length in hmacs || keySizes.includes(bytes.length * 8),
  );
  return (telling.length > 0 ? telling.slice(0, most) : distinct.slice(0, 1)).map((reading) =>
    readingFinding(reading, about),
  );
}

function readingFinding({ bytes, mistakes }: Reading, about: About): Message {
  const [wrote] = mistakes;
  const reading = say('mistakes/unexplained/reading', {
    reading: wrote
      ? say('mistakes/unexplained/as-made', { how: sentenceOf(wrote) })
      : say('mistakes/unexplained/as-documented', { encoding: encodingName(about.encoding) }),
    bytes: bytes.length,
  });
  return say('mistakes/unexplained/together', { reading, means: meaningOf(bytes.length, about) });
}

function meaningOf(bytes: number, about: About): Message {
  const needed = neededBytes(about);
  const bits = bytes * 8;
  const hmac = hmacs[bytes];
  if (about.keyKind === 'secret') {
    if (bytes === needed)
      return say('mistakes/unexplained/right-length', { algorithm: 'HMAC-SHA512' });
    if (keySizes.includes(bits) && bytes >= 128)
      return say('mistakes/unexplained/rsa-for-hmac', { bits });
    if (hmac !== undefined) return say('mistakes/unexplained/other-hmac', { algorithm: hmac });
  } else {
    if (bytes === needed) return say('mistakes/unexplained/rsa-length', { bits });
    if (hmac !== undefined) return say('mistakes/unexplained/hmac-length', { algorithm: hmac });
    if (keySizes.includes(bits))
      return say('mistakes/unexplained/other-key-size', { bits, key: needed * 8 });
  }
  return bytes < needed
    ? say('mistakes/unexplained/too-short', { needed })
    : say('mistakes/unexplained/too-long', { needed });
}

function ruledOut<V>(
  { outcome }: Explained<V>,
  { bodiesLeftOut = 0 }: About,
  candidates: Readonly<Record<string, number>>,
): Message[] {
  const { tried, complete } = outcome;
  if (tried === 0) return [];
  const counts = new Map<string, number>();
  for (const [name, count] of Object.entries(candidates)) {
    const group = textGroups.includes(name) ? 'text' : name;
    counts.set(group, (counts.get(group) ?? 0) + count);
  }
  const groups = [...counts].map(([name, count]) =>
    say('mistakes/unexplained/group', {
      group: { id: `mistakes/layers/${name}` as MessageId },
      count,
    }),
  );
  return [
    say('mistakes/unexplained/ruled-out', { tried, most: Math.max(complete, 0), groups }),
    ...(bodiesLeftOut > 0
      ? [say('mistakes/unexplained/large-body', { count: bodiesLeftOut })]
      : []),
  ];
}

const textGroups = ['arrange', 'delimiter', 'ends', 'finish'];
