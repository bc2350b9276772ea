/** What the requests that look for a target's profile show. */
export const detect = {
  'run/detect/takes-ruled-out-form': ({ form }: { form: string }) =>
    `X-TIMESTAMP in the form ${form}, which the document rules out, was accepted`,
};
