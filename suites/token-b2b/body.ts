import fc from 'fast-check';
import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import type { CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { invalidUtf8, malformed, nonObject, renderings } from '../shared/arbitraries/json.js';
import { additionalInfo, unknownMember } from '../shared/arbitraries/realistic.js';
import { requireGrant } from '../shared/preconditions.js';
import { contentType, grantType, withBody } from '../shared/token-mutations.js';
import { oversizedBodies, tooDeepBodies } from './arbitraries/extremes.js';
import { rejectsOauthMemberName } from './oauth-member-name.js';
import { acceptsSchemaValid, rejectsSchemaInvalid } from './schema-bodies.js';
import { survives } from './survives.js';
import { tokenB2b } from './token-b2b.js';

const settings = ['/grantType'];

const member = (t: CheckContext) => t.settings.grantType.member;
const right = (t: CheckContext): Record<string, unknown> => ({
  [member(t)]: t.settings.grantType.value,
});
const rightText = (t: CheckContext) => JSON.stringify(right(t));

/** The right body with a text in additionalInfo, given as bytes. */
function noted(t: CheckContext, note: Buffer): Buffer {
  const [before = '', after = ''] = JSON.stringify({
    ...right(t),
    additionalInfo: { note: 'HERE' },
  }).split('HERE');
  return Buffer.concat([Buffer.from(before), note, Buffer.from(after)]);
}

/** Grant types of OAuth 2.0 that are not this service's. */
const otherGrants = [
  'password',
  'authorization_code',
  'refresh_token',
  'implicit',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
];

/** The value in other letter case; never as it is documented. */
const otherCase = (value: string) =>
  fc
    .constantFrom(
      value.toUpperCase(),
      value.toLowerCase(),
      `${value[0]?.toUpperCase()}${value.slice(1)}`,
      camel(value),
    )
    .filter((text) => text !== value);

const camel = (value: string) =>
  value.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

export const body = area(tokenB2b, 'body', [
  refuses('rejects-missing-grant-type', {
    as: 'missing-field',
    field: 'grantType',
    settings: ['/grantType/presence'],
    when: (t) => {
      const { presence } = t.settings.grantType;
      if (presence !== 'required')
        throw inapplicable(
          `the document makes ${member(t)} ${presence === 'optional' ? 'optional' : 'neither mandatory nor optional'}`,
        );
    },
    probes: (t) => [withBody('{}', `${member(t)} was left out`, `body /${member(t)}`)],
  }),
  refuses('rejects-empty-grant-type', {
    as: 'field-format',
    field: 'grantType',
    settings,
    probes: (t) => [grantType(member(t), '', `${member(t)} is an empty text`)],
  }),
  refuses('rejects-null-grant-type', {
    as: 'field-format',
    field: 'grantType',
    settings,
    probes: (t) => [grantType(member(t), null, `${member(t)} is null`)],
  }),
  refuses('rejects-non-string-grant-type', {
    as: 'field-format',
    field: 'grantType',
    settings,
    property: (t) => {
      const { value } = t.settings.grantType;
      return fc.oneof(
        fc.integer(),
        fc.boolean(),
        fc.constantFrom<unknown>({}, [], [value], { value }, { [value]: true }),
      );
    },
    mutate: (value: unknown, t) => grantType(member(t), value, `${member(t)} is no text`),
  }),
  refuses('rejects-other-grant-type', {
    as: 'grant-type',
    field: 'grantType',
    settings,
    property: (t) => {
      const { value } = t.settings.grantType;
      const near = [
        `${value} `,
        ` ${value}`,
        `${value}s`,
        value.slice(0, -1),
        value.replace('_', '-'),
        value.replace('_', ' '),
      ];
      return fc
        .oneof(fc.constantFrom(...otherGrants, ...near), fc.string({ minLength: 1 }))
        .filter((text) => text !== value && text.trim() !== '');
    },
    mutate: (value: string, t) => grantType(member(t), value, `${member(t)} is another grant type`),
  }),
  refuses('rejects-grant-type-case', {
    as: 'grant-type',
    field: 'grantType',
    settings,
    property: (t) => otherCase(t.settings.grantType.value),
    mutate: (value: string, t) =>
      grantType(member(t), value, `${member(t)} is in other letter case`),
  }),
  rejectsOauthMemberName,
  refuses('rejects-duplicate-grant-type', {
    // Not one JSON object to some, a wrong value to others.
    as: 'other',
    field: 'grantType',
    settings,
    probes: (t) => {
      const [own, other] = [rightText(t), JSON.stringify({ [member(t)]: 'password' })];
      return [
        [own, other, 'after'],
        [other, own, 'before'],
      ].map(([first = '', second = '', place]) =>
        withBody(
          `${first.slice(0, -1)},${second.slice(1)}`,
          `${member(t)} stands twice, another value ${place} the right one`,
        ),
      );
    },
  }),
  refuses('rejects-malformed-json', {
    as: 'malformed-body',
    property: (t) => malformed(rightText(t)),
    mutate: (content: string | Buffer) => withBody(content, 'the body is not JSON'),
  }),
  refuses('rejects-invalid-utf8', {
    as: 'other',
    // The same member in right UTF-8 shows that it is the bytes that are refused.
    before: (t) =>
      requireGrant(t, withBody(noted(t, Buffer.from('ok')), 'additionalInfo holds a note')),
    property: () => invalidUtf8,
    mutate: (bytes: Buffer, t) => withBody(noted(t, bytes), 'a text in the body is not UTF-8'),
  }),
  refuses('rejects-empty-body', {
    // Nothing to parse, and a mandatory member is missing: either answer is right.
    as: 'other',
    probes: () => [withBody('', 'the body is empty')],
  }),
  refuses('rejects-non-object', {
    as: 'other',
    property: (t) => nonObject(rightText(t)),
    mutate: (content: string) => withBody(content, 'the body is JSON, but no object'),
  }),
  refuses('rejects-form-encoded', {
    as: 'other',
    probes: (t) => {
      const form = new URLSearchParams({ [member(t)]: t.settings.grantType.value }).toString();
      const encoded = withBody(form, 'the body is form-encoded, as plain OAuth 2.0 has it');
      const typed = contentType('application/x-www-form-urlencoded', encoded.name);
      return [{ ...encoded, apply: (draft) => typed.apply(encoded.apply(draft)) }];
    },
  }),
  survives('survives-byte-order-mark', {
    of: 'a byte order mark before the body',
    probes: (t) => [withBody(`\uFEFF${rightText(t)}`, 'a byte order mark stands before the JSON')],
  }),
  survives('survives-deep-nesting', {
    of: 'a body nested 10,000 deep',
    probes: (t) =>
      tooDeepBodies(rightText(t)).map(({ name, text }) => withBody(text, `the body holds ${name}`)),
  }),
  survives('survives-large-body', {
    of: 'a body of 1 MiB',
    probes: (t) =>
      oversizedBodies(rightText(t)).map(({ name, text }) =>
        withBody(text, `the body holds ${name}`),
      ),
  }),
  accepts('accepts-any-rendering', {
    property: (t) => renderings({ ...right(t), additionalInfo: {} }),
    mutate: (text: string) => withBody(text, 'the same JSON in another rendering'),
  }),
  accepts('accepts-additional-info', {
    property: () => fc.oneof(fc.constant(undefined), fc.constant({}), additionalInfo),
    mutate: (info: unknown, t) =>
      withBody(
        JSON.stringify({ ...right(t), additionalInfo: info }),
        'additionalInfo absent, empty or filled',
        'body /additionalInfo',
      ),
  }),
  accepts('accepts-unknown-members', {
    property: () => fc.array(unknownMember, { minLength: 1, maxLength: 4 }),
    mutate: (members: [string, unknown][], t) =>
      withBody(
        JSON.stringify({ ...Object.fromEntries(members), ...right(t) }),
        'members that the document does not name',
      ),
  }),
  acceptsSchemaValid,
  rejectsSchemaInvalid,
]);
