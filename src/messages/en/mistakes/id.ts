/** Mistakes of senders: the client id. Each completes "signed …". */
export const mistakesId = {
  'mistakes/id/white-space': () => 'over the client id with white space or a line end beside it',
  'mistakes/id/trimmed': () => 'over the client id without the white space around it',
  'mistakes/id/quoted': () =>
    'over the client id with other quotation marks around it than were sent',
  'mistakes/id/invisible-character': () =>
    'over the client id with an invisible character more or less',
  'mistakes/id/letter-case': () => 'over the client id in another letter case',
  'mistakes/id/undefined': () => 'with "undefined" or the like in the place of the client id',
  'mistakes/id/empty': () => 'with nothing in the place of the client id',
  'mistakes/id/percent-encoded': () => 'over the client id percent-encoded',
  'mistakes/id/base64': () => 'over the Base64 of the client id',
  'mistakes/id/hashed': () => 'over a hash of the client id',
  'mistakes/id/without-hyphens': () => 'over the client id without its hyphens',
  'mistakes/id/placeholder': () => 'over a placeholder or a name in the place of the client id',
};
