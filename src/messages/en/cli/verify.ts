/** What `verify` prints of a signature. */
export const cliVerify = {
  'cli/verify/holds': () => 'The signature holds.',
  'cli/verify/but': () => 'But',
  'cli/verify/does-not-hold': () => 'The signature does not hold.',
  'cli/verify/mistakes': ({ count }: { count: number }): string =>
    count === 1 ? 'It was' : 'It was, all at once,',
  'cli/verify/likely': () => 'It was, most likely,',
  'cli/verify/sender': () => 'Sender',
  'cli/verify/server': () => 'Server',
  'cli/verify/made-over': () => 'It was made over:',
  'cli/verify/by-document': () => 'According to the document, it is made over:',
  'cli/verify/or': ({ says, id }: { says: string; id: string }) => `; or ${says} (${id})`,
};
