/** What is said of the headers of a transaction. */
export const transactionHeaders = {
  'transaction/headers/optional': ({ header }: { header: string }) =>
    `the document makes ${header} optional`,
  'transaction/headers/presence-unspecified': ({ header }: { header: string }) =>
    `the document makes ${header} neither mandatory nor optional`,
  'transaction/headers/length-unspecified': ({ header }: { header: string }) =>
    `the document gives ${header} no length`,
  'transaction/headers/form-unspecified': ({ header }: { header: string }) =>
    `the document gives ${header} no form`,
  'transaction/headers/of-length': ({ header, length }: { header: string; length: number }) =>
    `${header} had ${length} characters`,
  'transaction/headers/began-with-letters': ({ header }: { header: string }) =>
    `${header} began with letters`,
  'transaction/headers/had-hyphen': ({ header }: { header: string }) => `${header} had a hyphen`,
  'transaction/headers/names-in-other-case': () => 'header names in other letter case',
  'transaction/headers/unknown-headers': () => 'headers that the document does not name',
  'transaction/headers/shorter-length-taken': ({
    taken,
    refused,
  }: {
    taken: number;
    refused: number;
  }) => `${taken} characters are accepted, as one page of the document has it; ${refused} are not`,
  'transaction/headers/reuse-allowed': ({ header }: { header: string }) =>
    `the document lets an ${header} be used again`,
  'transaction/headers/reuse-unspecified': ({ header }: { header: string }) =>
    `the document does not say whether an ${header} may be used again`,
  'transaction/headers/used-just-before': ({ header }: { header: string }) =>
    `${header} was that of a request carried out just before`,
  'transaction/headers/by-the-other-client': () => 'the other client calls',
  'transaction/headers/used-by-another-client': () =>
    'the other client calls with an X-EXTERNAL-ID that this one has used',
  'transaction/headers/first-use-refused': ({ answer }: { answer: string }) =>
    `the first of the two was not carried out: ${answer}`,
  'transaction/headers/reuse-carried-out': ({
    header,
    answer,
  }: {
    header: string;
    answer: string;
  }) =>
    `the same ${header} was carried out twice on one day (${answer}): a request that is sent again by mistake is a second transaction`,
};
