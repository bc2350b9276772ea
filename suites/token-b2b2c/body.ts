import fc from 'fast-check';
import { area } from '../../src/engine/checks/area.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { tokenB2b2cBody } from '../../src/engine/request/token-draft.js';
import { grantsOf } from '../../src/engine/session/customer/grants.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { malformed, malformedExamples } from '../shared/arbitraries/json.js';
import { withBody } from '../shared/token-mutations.js';
import { acceptsDocumentedGrantTypes } from './documented-grant-types.js';
import { asks, withMembers } from './mutations.js';
import { tokenB2b2c } from './token-b2b2c.js';

type Context = CheckContext<'token-b2b2c'>;

const byCode = ({ settings }: Context) => settings.grantType.authorizationCode[0];
const byRefreshToken = ({ settings }: Context) => settings.grantType.refreshToken[0];

/** A text longer than documented; in the alphabet of codes and tokens. */
const overLong = (longest: number) =>
  fc
    .tuple(fc.integer({ min: longest + 1, max: longest + 512 }), fc.constantFrom(...'aZ9-_'))
    .map(([length, letter]) => letter.repeat(length));

function rejectsOverLong(
  name: string,
  member: 'authCode' | 'refreshToken',
  grantType: (t: Context) => string,
  longest: (t: Context) => number | 'unspecified',
  setting: string,
): Check<'token-b2b2c'> {
  return refuses(name, {
    // Too long to be one, and nobody was given it: both answers are right.
    as: 'other',
    field: member,
    settings: [setting],
    when: (t) => {
      if (longest(t) === 'unspecified')
        throw inapplicable(say('token-b2b2c/body/no-length-documented', { member }));
    },
    property: (t) => overLong(Number(longest(t))),
    examples: (t) => [1, 512].map((more) => 'a'.repeat(Number(longest(t)) + more)),
    mutate: (text: string, t) =>
      asks(
        { grantType: grantType(t), [member]: text },
        say('token-b2b2c/body/too-long', { member }),
        member,
      ),
  });
}

const ownGrantTypes = ({ settings: { grantType } }: Context) => [
  ...grantType.authorizationCode,
  ...grantType.refreshToken,
];

const isOther = (t: Context) => (text: string) =>
  text.trim() !== '' &&
  !ownGrantTypes(t).some((value) => value.toLowerCase() === text.toLowerCase());

/** Grant types of OAuth 2.0 that are not this service's, and what is nearly one of its own. */
const knownOthers = (t: Context) =>
  [
    'password',
    'implicit',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    ...ownGrantTypes(t).flatMap((value) => [
      `${value} `,
      ` ${value}`,
      `${value}S`,
      value.slice(0, -1),
    ]),
  ].filter(isOther(t));

const otherGrantTypes = (t: Context) =>
  fc.oneof(fc.constantFrom(...knownOthers(t)), fc.string({ minLength: 1 })).filter(isOther(t));

/** A value in upper case to which a lower case ends, or the other way round. */
function recased(value: string, upTo: number): string {
  const [head, tail] = [value.slice(0, upTo), value.slice(upTo)];
  return value === value.toUpperCase() ? head + tail.toLowerCase() : head.toUpperCase() + tail;
}

const undocumented = (t: Context) => (text: string) => !ownGrantTypes(t).includes(text);

/** A documented value with the case of some letters changed. */
const otherCase = (t: Context) =>
  fc
    .tuple(fc.constantFrom(...t.settings.grantType.refreshToken), fc.nat({ max: 12 }))
    .map(([value, upTo]) => recased(value, upTo))
    .filter(undocumented(t));

const otherCaseExamples = (t: Context) =>
  [0, 1, 7]
    .flatMap((upTo) => t.settings.grantType.refreshToken.map((value) => recased(value, upTo)))
    .filter(undocumented(t));

/** A body as it should be, except that nobody has this token. */
const renewal = (t: Context) =>
  JSON.stringify({ grantType: byRefreshToken(t), refreshToken: 'a-refresh-token' });

export const body = area(tokenB2b2c, 'body', [
  acceptsDocumentedGrantTypes,
  refuses('rejects-missing-grant-type', {
    as: 'missing-field',
    field: 'grantType',
    probes: () => [
      withMembers(
        { grantType: undefined },
        say('shared/request/left-out', { field: 'grantType' }),
        'grantType',
      ),
    ],
  }),
  refuses('rejects-other-grant-type', {
    as: 'grant-type',
    field: 'grantType',
    settings: ['/grantType'],
    property: otherGrantTypes,
    examples: (t) => knownOthers(t).slice(0, 12),
    mutate: (value: string) =>
      withMembers({ grantType: value }, say('token-b2b2c/body/other-grant-type'), 'grantType'),
  }),
  refuses('rejects-client-credentials', {
    as: 'grant-type',
    field: 'grantType',
    probes: () => [
      withMembers(
        { grantType: 'client_credentials' },
        say('token-b2b2c/body/b2b-grant-type'),
        'grantType',
      ),
    ],
  }),
  refuses('rejects-grant-type-case', {
    as: 'grant-type',
    field: 'grantType',
    settings: ['/grantType/letterCase'],
    when: ({ settings }) => {
      if (settings.grantType.letterCase !== 'strict')
        throw inapplicable(say('token-b2b2c/body/letter-case-open'));
    },
    property: otherCase,
    examples: otherCaseExamples,
    mutate: (value: string, t) =>
      asks(
        {
          ...tokenB2b2cBody(t.settings, {
            refreshToken: grantsOf(t.session.state).latestRefreshToken ?? '',
          }),
          grantType: value,
        },
        say('token-b2b2c/body/other-letter-case'),
        'grantType',
      ),
  }),
  refuses('rejects-missing-auth-code', {
    as: 'missing-field',
    field: 'authCode',
    probes: (t) => [
      asks(
        { grantType: byCode(t) },
        say('shared/request/left-out', { field: 'authCode' }),
        'authCode',
      ),
    ],
  }),
  refuses('rejects-missing-refresh-token', {
    as: 'missing-field',
    field: 'refreshToken',
    probes: (t) => [
      asks(
        { grantType: byRefreshToken(t) },
        say('shared/request/left-out', { field: 'refreshToken' }),
        'refreshToken',
      ),
    ],
  }),
  refuses('rejects-non-string-auth-code', {
    as: 'field-format',
    field: 'authCode',
    property: () => fc.oneof(fc.integer(), fc.boolean(), fc.constantFrom<unknown>({}, [], '')),
    examples: () => [12345678, true, {}, [], ''],
    mutate: (value: unknown, t) =>
      asks(
        { grantType: byCode(t), authCode: value },
        say('token-b2b2c/body/code-not-text'),
        'authCode',
      ),
  }),
  rejectsOverLong(
    'rejects-over-long-auth-code',
    'authCode',
    byCode,
    ({ settings }) => settings.authCodeMaxLength,
    '/authCodeMaxLength',
  ),
  rejectsOverLong(
    'rejects-over-long-refresh-token',
    'refreshToken',
    byRefreshToken,
    ({ settings }) => settings.success.refreshTokenMaxLength,
    '/success/refreshTokenMaxLength',
  ),
  refuses('rejects-malformed-json', {
    as: 'malformed-body',
    property: (t) => malformed(renewal(t)),
    examples: (t) => malformedExamples(renewal(t)),
    mutate: (content: string | Buffer) => withBody(content, say('shared/request/body-not-json')),
  }),
]);
