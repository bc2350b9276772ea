import type { cliVerify as English } from '../../en/cli/verify.js';

/** What `verify` prints of a signature. */
export const cliVerify: typeof English = {
  'cli/verify/holds': () => 'Signature cocok.',
  'cli/verify/but': () => 'Tetapi',
  'cli/verify/does-not-hold': () => 'Signature tidak cocok.',
  'cli/verify/mistakes': ({ count }) =>
    count === 1 ? 'Penyebabnya:' : 'Penyebabnya, semuanya sekaligus:',
  'cli/verify/likely': () => 'Kemungkinan besar penyebabnya:',
  'cli/verify/sender': () => 'Pengirim',
  'cli/verify/server': () => 'Server',
  'cli/verify/made-over': () => 'Signature dibuat dari:',
  'cli/verify/by-document': () => 'Menurut dokumen, signature dibuat dari:',
  'cli/verify/or': ({ says, id }) => `; atau ${says} (${id})`,
};
