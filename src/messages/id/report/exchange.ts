import type { reportExchange as English } from '../../en/report/exchange.js';

/** What reports say of an exchange in one line. */
export const reportExchange: typeof English = {
  'report/exchange/control': ({ line }) => `permintaan pembanding: ${line}`,
  'report/exchange/no-answer': () => 'tidak ada respons',
  'report/exchange/no-answer-because': ({ kind, message }) =>
    `tidak ada respons (${kind}): ${message}`,
  'report/exchange/absent': () => 'tidak ada',
  'report/exchange/empty': () => 'kosong',
  'report/exchange/not-text': ({ bytes }) => `body ${bytes} byte yang bukan teks`,
  'report/exchange/no-body': () => 'tanpa body',
};
