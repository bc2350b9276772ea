import { alsoRefuse, letPass, withStep } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** What is wrong with how Content-Type is read. */
export const tokenB2bContentTypeFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'no-content-type-parameters',
    title: 'compares all of Content-Type, so that charset=utf-8 makes another type',
    trips: ['token-b2b/headers/accepts-content-type-charset'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('Content-Type')?.includes(';')
          ? { faultClass: 'content-type', field: 'Content-Type' }
          : undefined,
      ),
  },
  {
    service: 'token-b2b',
    name: 'content-type-by-letter-case',
    title: 'compares the media type with regard to letter case',
    trips: ['token-b2b/headers/accepts-content-type-case'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) => {
        const [mediaType = ''] = (header('Content-Type') ?? '').split(';', 1);
        return mediaType === mediaType.toLowerCase()
          ? undefined
          : { faultClass: 'content-type', field: 'Content-Type' };
      }),
  },
  {
    service: 'token-b2b',
    name: 'takes-text-plain',
    title: 'reads JSON whatever its Content-Type, text/plain too',
    trips: ['token-b2b/headers/rejects-text-plain'],
    apply: (policy) =>
      withStep(
        policy,
        'contentType',
        (step) => (attempt) =>
          /^text\/plain\b/i.test(attempt.header('Content-Type') ?? '') ? undefined : step(attempt),
      ),
  },
  {
    service: 'token-b2b',
    name: 'content-type-may-be-missing',
    title: 'takes a body without Content-Type for JSON',
    trips: ['token-b2b/headers/rejects-missing-content-type'],
    apply: (policy) =>
      letPass(policy, ['contentType'], ({ header }) => header('Content-Type') === undefined),
  },
];
