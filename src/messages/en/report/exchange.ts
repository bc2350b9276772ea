/** What reports say of an exchange in one line. */
export const reportExchange = {
  'report/exchange/control': ({ line }: { line: string }) => `the control: ${line}`,
  'report/exchange/no-answer': () => 'no answer',
  'report/exchange/no-answer-because': ({ kind, message }: { kind: string; message: string }) =>
    `no answer (${kind}): ${message}`,
  'report/exchange/absent': () => 'absent',
  'report/exchange/empty': () => 'empty',
  'report/exchange/not-text': ({ bytes }: { bytes: number }) =>
    `a body of ${bytes} bytes that isn't text`,
  'report/exchange/no-body': () => 'no body',
};
