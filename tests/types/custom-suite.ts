// What a suite of the user's own may write without naming its service; checked against the built declarations.
import {
  accepts,
  area,
  type Check,
  headerValue,
  refuses,
  tokenB2b,
  transaction,
} from 'snap-conformance/suite';

const outside: Check<'token-b2b'> = accepts('outside', {
  probes: (t) => [headerValue('X-Note', t.settings.grantType.value, 'it carries the grant type')],
});

export const tokens = area(tokenB2b, 'own', [
  outside,
  accepts('inside', {
    probes: (t) => [headerValue('X-Note', t.settings.grantType.value, 'it carries the grant type')],
    judge: ({ answer }) => (answer?.accepted ? undefined : 'it was not served'),
  }),
  refuses('refused', {
    as: 'other',
    shows: 'the client id is not looked at',
    probes: () => [
      {
        name: 'it names nobody',
        field: 'header X-CLIENT-KEY',
        apply: (draft) => ({ ...draft, clientId: '' }),
      },
    ],
  }),
  accepts('of-another-service', {
    // @ts-expect-error a transaction alone has a scheme
    probes: (t) => [headerValue('X-Note', t.settings.scheme, 'it carries the scheme')],
  }),
]);

export const transactions = area(transaction, 'own', [
  accepts('inside', {
    probes: (t) => [
      {
        name: `it is signed by the scheme ${t.settings.scheme}`,
        field: 'header X-EXTERNAL-ID',
        apply: (draft) => ({ ...draft, externalId: '1' }),
      },
    ],
  }),
]);
