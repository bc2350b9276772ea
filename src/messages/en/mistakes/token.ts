/** Mistakes of senders: the access token. Each completes "signed …". */
export const mistakesToken = {
  'mistakes/token/empty': () => 'with nothing in the place of the token',
  'mistakes/token/undefined': () => 'with "undefined" or the like in the place of the token',
  'mistakes/token/white-space': () => 'with white space or a line end beside the token',
  'mistakes/token/trimmed': () => 'with the token without the white space around it',
  'mistakes/token/quoted': () => 'with quotation marks around the token',
  'mistakes/token/invisible-character': () =>
    'with an invisible character in the token more or less',
  'mistakes/token/letter-case': () => 'with the token in another letter case',
  'mistakes/token/percent-encoded': () => 'with the token percent-encoded',
  'mistakes/token/base64': () => 'with the Base64 of the token',
  'mistakes/token/hashed': () => 'with a hash of the token',
  'mistakes/token/whole-answer': () =>
    "with the JSON of the token's answer in the place of the token",
  'mistakes/token/part': () => 'with a part of the token',
  'mistakes/token/client-id': () => 'with the client id in the place of the token',
  'mistakes/token/client-secret': () => 'with the client secret in the place of the token',
};
