/** How mistakes in signatures are mended, by the sender and by the server. */
export const mistakesRemedies = {
  'mistakes/remedies/text-as-documented/sender': () =>
    'Build the string-to-sign of the documented parts, in their order, with nothing but the documented delimiter between them.',
  'mistakes/remedies/text-as-documented/server': () =>
    'Build the string-to-sign of the request as it came, part by part as documented, and log it when a signature fails.',
  'mistakes/remedies/text-bytes/sender': () =>
    'Sign the UTF-8 bytes of the string-to-sign as it is: nothing around it, no escapes, no other encoding.',
  'mistakes/remedies/text-bytes/server': () =>
    'Verify over the UTF-8 bytes of the string-to-sign, without anything around it.',
  'mistakes/remedies/text-not-hashed/sender': () =>
    'Give the library the string-to-sign itself: it hashes by itself.',
  'mistakes/remedies/text-not-hashed/server': () =>
    'Give the verifier the string-to-sign itself, not its hash.',
  'mistakes/remedies/timestamp-once/sender': () =>
    'Make the timestamp once, as text, and use that very text for header and signature.',
  'mistakes/remedies/timestamp-once/server': () =>
    'Verify over the header as it came: a timestamp that is parsed and printed again is another text.',
  'mistakes/remedies/timestamp-pattern/sender': () =>
    "Print the timestamp as yyyy-MM-dd'T'HH:mm:ssXXX (Java, .NET: zzz, PHP: Y-m-d\\TH:i:sP), in a fixed locale, once for header and signature.",
  'mistakes/remedies/timestamp-pattern/server': () =>
    "Verify over the header as it came, and refuse it if it doesn't have the documented form.",
  'mistakes/remedies/timestamp-zone/sender': () =>
    'Convert the time to the zone that its offset names: a formatter that is told the zone does both.',
  'mistakes/remedies/timestamp-zone/server': () =>
    'Compare instants, offset included, and verify over the header as it came.',
  'mistakes/remedies/header-damage/sender': () =>
    "Send the header's value as it was made: no quoting, no escapes, no line breaks, no URL decoding on the way.",
  'mistakes/remedies/header-damage/server': () =>
    'Look at what the gateway does with headers: they are no part of a URL or form, and + stays +.',
  'mistakes/remedies/client-id/sender': () =>
    'Sign the client id exactly as X-CLIENT-KEY carries it, and cut off white space when it is read from a file.',
  'mistakes/remedies/client-id/server': () =>
    'Verify over X-CLIENT-KEY as it came; look whether the registered id has white space or invisible characters.',
  'mistakes/remedies/value-missing/sender': () =>
    "A value wasn't there yet when the text was made: stop when one is missing, and don't sign without it.",
  'mistakes/remedies/value-missing/server': () =>
    'A part of the string-to-sign is missing here or there: log which.',
  'mistakes/remedies/path-as-sent/sender': () =>
    'Sign path and query exactly as the request line carries them, without scheme and host.',
  'mistakes/remedies/path-as-sent/server': () =>
    'Take the path from the request line as it came, before any routing or decoding.',
  'mistakes/remedies/path-prefix/sender': () =>
    'Sign the path with every prefix of the base URL, as it goes over the wire; ask whether a gateway adds or cuts one.',
  'mistakes/remedies/path-prefix/server': () =>
    'Verify over the path as the client sent it: a gateway that rewrites it has to pass on the original.',
  'mistakes/remedies/query/sender': () =>
    "Sign the query as this provider's rule has it: as sent, sorted or not at all.",
  'mistakes/remedies/query/server': () =>
    'Treat the query as documented, and take it as it came, before it is decoded.',
  'mistakes/remedies/minify/sender': () =>
    'Minify the body before it is hashed: remove white space between tokens, never within strings. Best send it minified.',
  'mistakes/remedies/minify/server': () =>
    'Minify the bytes received before they are hashed: remove white space between tokens, never within strings.',
  'mistakes/remedies/body-as-sent/sender': () =>
    'Make the body once, as text; hash that text and send the same.',
  'mistakes/remedies/body-as-sent/server': () =>
    'Hash the bytes received, minified: a body that is parsed and written again is another text.',
  'mistakes/remedies/body-bytes/sender': () =>
    'Hash the UTF-8 bytes of the body, and send the same bytes.',
  'mistakes/remedies/body-bytes/server': () => 'Hash the bytes received, before they are decoded.',
  'mistakes/remedies/body-when-hashed/sender': () =>
    'Hash the body that is sent; without one, the empty text.',
  'mistakes/remedies/body-when-hashed/server': () =>
    'Hash the bytes received, and the empty text if there are none; read the body before the signature is verified.',
  'mistakes/remedies/hash-form/sender': () =>
    'Write the SHA-256 of the minified body as 64 hex digits in lower case.',
  'mistakes/remedies/hash-form/server': () =>
    'Write the SHA-256 of the minified body as 64 hex digits in lower case.',
  'mistakes/remedies/hmac-algorithm/sender': () =>
    'Use HMAC-SHA512: the client secret is its key, the string-to-sign its message.',
  'mistakes/remedies/hmac-algorithm/server': () =>
    'Verify with HMAC-SHA512: the client secret is its key, the string-to-sign its message.',
  'mistakes/remedies/rsa-algorithm/sender': () =>
    'Sign with SHA256withRSA (RSASSA-PKCS1-v1_5 with SHA-256): a signing function, not one that encrypts.',
  'mistakes/remedies/rsa-algorithm/server': () =>
    'Verify with SHA256withRSA (RSASSA-PKCS1-v1_5 with SHA-256).',
  'mistakes/remedies/rsa-key/sender': () =>
    'Sign with the private key whose public half is registered, for this environment.',
  'mistakes/remedies/rsa-key/server': () =>
    "Register the client's present public key, or let the client know which one is registered.",
  'mistakes/remedies/secret-as-given/sender': () =>
    'Use the client secret as it was given, as text: not decoded, nothing around it.',
  'mistakes/remedies/secret-as-given/server': () =>
    'Use the client secret as text, as it was given to the client: not decoded, nothing around it.',
  'mistakes/remedies/secret-choice/sender': () => 'Use the client secret as the key of the HMAC.',
  'mistakes/remedies/secret-choice/server': () =>
    'Verify with the client secret, never with what is public.',
  'mistakes/remedies/secret-of-client/sender': () =>
    'Sign with the secret of the client that the request names, for this environment.',
  'mistakes/remedies/secret-of-client/server': () =>
    'Verify with the secret of the client that the request names.',
  'mistakes/remedies/token-bare/sender': () =>
    'Sign the access token alone, as it stands after "Bearer ".',
  'mistakes/remedies/token-bare/server': () =>
    'Take what stands after "Bearer ", without white space around it.',
  'mistakes/remedies/token-signed/sender': () =>
    'Put the token into the string-to-sign if, and only if, the scheme signs it.',
  'mistakes/remedies/token-signed/server': () =>
    'Put the token into the string-to-sign if, and only if, the scheme signs it.',
  'mistakes/remedies/scheme/sender': () =>
    "Use the scheme of this provider's document: HMAC with the client secret, or RSA with the private key.",
  'mistakes/remedies/scheme/server': () =>
    'Verify by the documented scheme; if clients may use either, find out by the length of the signature which it is.',
  'mistakes/remedies/scheme-text/sender': () =>
    'Use the string-to-sign of the service that is called: token requests and transactions have different ones.',
  'mistakes/remedies/scheme-text/server': () =>
    'Verify over the string-to-sign of the service that is called.',
  'mistakes/remedies/encoding/sender': () =>
    'Write the bytes of the signature in the documented encoding: Base64 with padding (RFC 4648, section 4), or hex, once.',
  'mistakes/remedies/encoding/server': () =>
    'Read the signature in the documented encoding alone, and say so when it is in another.',
};
