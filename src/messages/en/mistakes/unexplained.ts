/** How far a search went, by how many mistakes at once were all tried. */
const extent = [
  'the common mistakes alone and together',
  'all mistakes alone and the common ones together',
  'all mistakes alone and in pairs',
  'all mistakes alone, in pairs and by threes',
  'all mistakes alone and up to four at once',
];

/** What a signature tells that no known mistake explains. */
export const mistakesUnexplained = {
  'mistakes/unexplained/not-a-signature': ({ encoding }: { encoding: string }) =>
    `the signature is not ${encoding}, nor in any other known encoding`,
  'mistakes/unexplained/printed-object': ({ language }: { language: string }) =>
    `the signature is what ${language} prints of an object, not of its bytes: encode the bytes`,
  'mistakes/unexplained/placeholder': () =>
    'the signature is a word that stands for a missing value: it was sent before it was made',
  'mistakes/unexplained/reading': ({ reading, bytes }: { reading: string; bytes: number }) =>
    `${reading}, it has ${bytes} bytes`,
  'mistakes/unexplained/as-documented': ({ encoding }: { encoding: string }) => `as ${encoding}`,
  'mistakes/unexplained/as-made': ({ how }: { how: string }) => `taken as made ${how}`,
  'mistakes/unexplained/right-length': ({ algorithm }: { algorithm: string }) =>
    `as ${algorithm} gives`,
  'mistakes/unexplained/hmac-length': ({ algorithm }: { algorithm: string }) =>
    `as ${algorithm} gives: a secret was used instead of a private key`,
  'mistakes/unexplained/other-hmac': ({ algorithm }: { algorithm: string }) =>
    `as ${algorithm} gives: another algorithm was used`,
  'mistakes/unexplained/rsa-length': ({ bits }: { bits: number }) =>
    `as RSA with a key of ${bits} bits gives`,
  'mistakes/unexplained/other-key-size': ({ bits, key }: { bits: number; key: number }) =>
    `as RSA with a key of ${bits} bits gives: this key has ${key}`,
  'mistakes/unexplained/rsa-for-hmac': ({ bits }: { bits: number }) =>
    `as RSA with a key of ${bits} bits gives: this scheme signs with HMAC-SHA512 and the client secret`,
  'mistakes/unexplained/too-short': ({ needed }: { needed: number }) =>
    `and a right one has ${needed}: it was cut, or made by another algorithm`,
  'mistakes/unexplained/too-long': ({ needed }: { needed: number }) =>
    `and a right one has ${needed}: it was encoded in a way that isn't known, or made by another algorithm`,
  'mistakes/unexplained/together': ({ reading, means }: { reading: string; means: string }) =>
    `${reading}, ${means}`,
  'mistakes/unexplained/cut': ({ characters, needed }: { characters: number; needed: number }) =>
    `it has ${characters} characters, and a whole one has ${needed}: cut, as a column or a field of ${characters} characters cuts it`,
  'mistakes/unexplained/key-opens': ({ algorithm, how }: { algorithm: string; how: string }) =>
    `made by the private half of this key, as ${algorithm}${how}, but over a text that no known mistake makes: compare what was signed character by character`,
  'mistakes/unexplained/other-key-opens': ({
    number,
    algorithm,
  }: {
    number: number;
    algorithm: string;
  }) =>
    `made by the private half of key ${number} of those given, as ${algorithm}, but over a text that no known mistake makes`,
  'mistakes/unexplained/how': ({ how }: { how: string }) => ` (${how})`,
  'mistakes/unexplained/not-this-key': ({ bits }: { bits: number }) =>
    `not made by the private half of this key of ${bits} bits: another key signed, something was encrypted with a public key, or the signature was damaged on its way`,
  'mistakes/unexplained/other-secret': () =>
    'an HMAC-SHA512 with another secret, or over a text that no known mistake makes: compare secret, body, token, path and timestamp with what was signed',
  'mistakes/unexplained/not-hmac-sha512': () =>
    'this scheme signs with HMAC-SHA512, which gives 64',

  'mistakes/unexplained/ruled-out': ({
    tried,
    most,
    groups,
  }: {
    tried: number;
    most: number;
    groups: readonly string[];
  }) => `ruled out by ${tried} trials, ${extent[most] ?? extent[0]}: ${groups.join(', ')}`,
  'mistakes/unexplained/group': ({ group, count }: { group: string; count: number }) =>
    `${group} (${count} ways)`,
  'mistakes/unexplained/large-body': ({ count }: { count: number }) =>
    `the body is large: ${count} other ways to write it were not tried; --deep tries more`,
  'mistakes/layers/text': () => 'order, delimiters, ends and encoding of the text',
  'mistakes/layers/time': () => 'the timestamp',
  'mistakes/layers/id': () => 'the client id',
  'mistakes/layers/method': () => 'the method',
  'mistakes/layers/path': () => 'path and query',
  'mistakes/layers/token': () => 'the access token',
  'mistakes/layers/body': () => 'the body',
  'mistakes/layers/hash': () => "the body's hash",
  'mistakes/layers/proof': () => 'algorithm, secret and key',
};
