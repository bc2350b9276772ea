import type { detect as English } from '../../en/run/detect.js';

/** What the requests that look for a target's profile show. */
export const detect: typeof English = {
  'run/detect/takes-ruled-out-form': ({ form }) =>
    `X-TIMESTAMP dalam bentuk ${form}, yang dilarang dokumen, diterima`,
};
