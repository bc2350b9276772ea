import type { Faker } from '@faker-js/faker';
// The package's main module loads seventy locales.
import { faker } from '@faker-js/faker/locale/id_ID';
import fc from 'fast-check';

/** Values as real requests carry them. The generator is seeded again for each, so runs stay replayable. */
export function realistic<T>(make: (faker: Faker) => T): fc.Arbitrary<T> {
  return fc.nat().map((seed) => {
    faker.seed(seed);
    return make(faker);
  });
}

/** A client id that is registered nowhere, in the shapes that providers give out. */
export const unknownClientId = realistic((faker) =>
  faker.helpers.arrayElement([
    () => faker.string.uuid(),
    () => `MCH-${faker.string.numeric(4)}-${faker.string.numeric(13)}`,
    () => `CKSandbox-${faker.string.uuid()}`,
    () => faker.string.alphanumeric(32),
    () => faker.string.numeric(8),
  ])(),
);

export const unknownClientIdExamples: readonly string[] = [
  '962489e9-de5d-4eb7-92a4-b07d44d64bf4',
  '00000000',
  'MCH-0001-0000000000001',
  'abcdefghijklmnopqrstuvwxyz012345',
];

/** What a client may put into additionalInfo. */
export const additionalInfo = realistic((faker) => ({
  deviceId: faker.string.uuid(),
  channel: faker.helpers.arrayElement(['mobilephone', 'web', 'kiosk']),
  merchant: {
    name: faker.company.name(),
    city: faker.location.city(),
    phone: faker.phone.number(),
  },
  note: faker.lorem.sentence(),
}));

/** What the standard's own samples have; nothing; members within members. */
export const additionalInfoExamples: readonly unknown[] = [
  { deviceId: '12345679237', channel: 'mobilephone' },
  {},
  undefined,
  { merchant: { name: 'Toko Sinar', city: 'Bandung' } },
];

/** A member that no document names. */
export const unknownMember = realistic((faker): [name: string, value: unknown] => [
  `x${faker.string.alpha({ length: { min: 3, max: 12 } })}`,
  faker.helpers.arrayElement<unknown>([
    faker.lorem.word(),
    faker.number.int(1000),
    true,
    null,
    { nested: faker.lorem.word() },
    [1, 2],
  ]),
]);

export const unknownMembersExamples: readonly [name: string, value: unknown][][] = [
  [['xNote', 'a text']],
  [
    ['xFlag', true],
    ['xCount', 1],
    ['xNothing', null],
  ],
  [['xNested', { list: [1, 2] }]],
];

/** Headers that proxies, tracers and clients add on the way. */
export const unknownHeaders = fc.array(
  realistic((faker): [name: string, value: string] =>
    faker.helpers.arrayElement<() => [string, string]>([
      () => ['X-Request-Id', faker.string.uuid()],
      () => [
        'traceparent',
        `00-${faker.string.hexadecimal({ length: 32, casing: 'lower', prefix: '' })}-${faker.string.hexadecimal({ length: 16, casing: 'lower', prefix: '' })}-01`,
      ],
      () => ['X-Forwarded-For', faker.internet.ipv4()],
      () => ['User-Agent', faker.internet.userAgent()],
      () => ['ORIGIN', faker.internet.domainName()],
      () => ['X-PARTNER-ID', faker.string.alphanumeric(12)],
      () => ['X-EXTERNAL-ID', faker.string.numeric(20)],
      () => ['CHANNEL-ID', faker.string.numeric(5)],
      () => [`X-${faker.string.alpha({ length: { min: 3, max: 10 } })}`, faker.lorem.words(3)],
    ])(),
  ),
  { minLength: 1, maxLength: 5 },
);

/** The headers of tracers, proxies and clients, then a transaction's own, which a token request has no use for. */
export const unknownHeadersExamples: readonly [name: string, value: string][][] = [
  [
    ['X-Request-Id', '7d1fd5a0-0e3c-4a0c-9a4e-1c2f3b4a5d6e'],
    ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
  ],
  [
    ['X-Forwarded-For', '203.0.113.7'],
    ['User-Agent', 'okhttp/4.12.0'],
  ],
  [
    ['X-PARTNER-ID', 'partner00001'],
    ['X-EXTERNAL-ID', '41807553358950093184'],
    ['CHANNEL-ID', '95221'],
  ],
];
