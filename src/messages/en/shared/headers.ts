/** What is said of headers that only some documents name. */
export const sharedHeaders = {
  'shared/headers/none-required': () =>
    'the document requires no header besides those of the standard',
  'shared/headers/none-with-form': () =>
    'the document says nothing of the form of a header besides those of the standard',
  'shared/headers/of-length': ({ header, length }: { header: string; length: number }) =>
    `${header} had ${length} characters`,
  'shared/headers/with-letters': ({ header }: { header: string }) => `${header} held a letter`,
};
