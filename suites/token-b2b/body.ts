import fc from 'fast-check';
import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import type { CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import {
  invalidUtf8,
  invalidUtf8Examples,
  malformed,
  malformedExamples,
  nonObject,
  nonObjectExamples,
  renderingExamples,
  renderings,
} from '../shared/arbitraries/json.js';
import {
  additionalInfo,
  additionalInfoExamples,
  unknownMember,
  unknownMembersExamples,
} from '../shared/arbitraries/realistic.js';
import { requireGrant } from '../shared/preconditions.js';
import { withBody } from '../shared/token-mutations.js';
import { oversizedBodies, oversizedForms, tooDeepBodies } from './arbitraries/extremes.js';
import {
  nonText,
  nonTextExamples,
  otherCases,
  otherGrantType,
  otherGrantTypeExamples,
} from './arbitraries/grant-types.js';
import { otherBodyKinds } from './other-body-kinds.js';
import { rejectsMemberCase, rejectsOauthMemberName } from './other-member-names.js';
import { grantType, ofBody, textOf, withoutGrantType } from './request-body.js';
import { acceptsSchemaValid, rejectsSchemaInvalid } from './schema-bodies.js';
import { survives } from './survives.js';
import { tokenB2b } from './token-b2b.js';

const settings = ['/grantType'];

const member = (t: CheckContext<'token-b2b'>) => t.settings.grantType.member;
const right = (t: CheckContext<'token-b2b'>): Record<string, unknown> => ({
  [member(t)]: t.settings.grantType.value,
});

/** Parameters of the messages about the grant type's member. */
const about = (t: CheckContext<'token-b2b'>) => ({ member: member(t) });

const rightText = (t: CheckContext<'token-b2b'>) => JSON.stringify(right(t));

/** The right body with a text in additionalInfo, given as bytes. */
function noted(t: CheckContext<'token-b2b'>, note: Buffer): Buffer {
  const [before = '', after = ''] = JSON.stringify({
    ...right(t),
    additionalInfo: { note: 'HERE' },
  }).split('HERE');
  return Buffer.concat([Buffer.from(before), note, Buffer.from(after)]);
}

export const body = area(tokenB2b, 'body', [
  refuses('rejects-missing-grant-type', {
    as: 'missing-field',
    field: 'grantType',
    settings: ['/grantType/presence'],
    when: (t) => {
      const { presence } = t.settings.grantType;
      if (presence !== 'required')
        throw inapplicable(
          say(
            presence === 'optional'
              ? 'token-b2b/body/member-optional'
              : 'token-b2b/body/member-presence-unspecified',
            about(t),
          ),
        );
    },
    probes: (t) => [withoutGrantType(t)],
  }),
  refuses('rejects-empty-grant-type', {
    as: 'field-format',
    field: 'grantType',
    settings,
    probes: (t) => [grantType(t, '', say('token-b2b/body/member-empty', about(t)))],
  }),
  ofBody(
    'json',
    refuses('rejects-null-grant-type', {
      as: 'field-format',
      field: 'grantType',
      settings,
      probes: (t) => [grantType(t, null, say('token-b2b/body/member-null', about(t)))],
    }),
  ),
  ofBody(
    'json',
    refuses('rejects-non-string-grant-type', {
      as: 'field-format',
      field: 'grantType',
      settings,
      property: (t) => nonText(t.settings.grantType.value),
      examples: (t) => nonTextExamples(t.settings.grantType.value),
      mutate: (value: unknown, t) =>
        grantType(t, value, say('token-b2b/body/member-no-text', about(t))),
    }),
  ),
  refuses('rejects-other-grant-type', {
    as: 'grant-type',
    field: 'grantType',
    settings,
    property: (t) => otherGrantType(t.settings.grantType.value),
    examples: (t) => otherGrantTypeExamples(t.settings.grantType.value),
    mutate: (value: string, t) =>
      grantType(t, value, say('token-b2b/body/other-grant-type', about(t))),
  }),
  refuses('rejects-grant-type-case', {
    as: 'grant-type',
    field: 'grantType',
    settings,
    property: (t) => fc.constantFrom(...otherCases(t.settings.grantType.value)),
    examples: (t) => otherCases(t.settings.grantType.value),
    mutate: (value: string, t) =>
      grantType(t, value, say('token-b2b/body/member-other-case', about(t))),
  }),
  rejectsOauthMemberName,
  rejectsMemberCase,
  refuses('rejects-duplicate-grant-type', {
    // Some servers find no JSON object here, others a wrong value.
    as: 'other',
    field: 'grantType',
    settings,
    probes: (t) => {
      const [own, other] = [textOf(t, right(t)), textOf(t, { [member(t)]: 'password' })];
      const both = (first: string, second: string) =>
        t.settings.body === 'form'
          ? `${first}&${second}`
          : `${first.slice(0, -1)},${second.slice(1)}`;
      return [[own, other, 'after'] as const, [other, own, 'before'] as const].map(
        ([first, second, place]) =>
          withBody(both(first, second), say('token-b2b/body/member-twice', { ...about(t), place })),
      );
    },
  }),
  ofBody(
    'json',
    refuses('rejects-malformed-json', {
      as: 'malformed-body',
      property: (t) => malformed(rightText(t)),
      examples: (t) => malformedExamples(rightText(t)),
      mutate: (content: string | Buffer) => withBody(content, say('shared/request/body-not-json')),
    }),
  ),
  ofBody(
    'json',
    refuses('rejects-invalid-utf8', {
      as: 'other',
      // The same member in valid UTF-8 shows that the target refuses the bytes.
      before: (t) =>
        requireGrant(
          t,
          withBody(noted(t, Buffer.from('ok')), say('token-b2b/body/additional-info-note')),
        ),
      property: () => invalidUtf8,
      examples: () => invalidUtf8Examples,
      mutate: (bytes: Buffer, t) => withBody(noted(t, bytes), say('token-b2b/body/not-utf-8')),
    }),
  ),
  refuses('rejects-empty-body', {
    // There is nothing to parse, and a mandatory member is missing: either answer is right.
    as: 'other',
    probes: () => [withBody('', say('token-b2b/body/empty'))],
  }),
  ofBody(
    'json',
    refuses('rejects-non-object', {
      as: 'other',
      property: (t) => nonObject(rightText(t)),
      examples: (t) => nonObjectExamples(rightText(t)),
      mutate: (content: string) => withBody(content, say('token-b2b/body/no-object')),
    }),
  ),
  ...otherBodyKinds,
  ofBody(
    'json',
    survives('survives-byte-order-mark', {
      of: 'a byte order mark before the body',
      probes: (t) => [withBody(`\uFEFF${rightText(t)}`, say('token-b2b/body/byte-order-mark'))],
    }),
  ),
  ofBody(
    'json',
    survives('survives-deep-nesting', {
      of: 'a body nested 10,000 deep',
      probes: (t) => tooDeepBodies(rightText(t)).map(({ name, text }) => withBody(text, name)),
    }),
  ),
  survives('survives-large-body', {
    of: 'a body of 1 MiB',
    probes: (t) =>
      (t.settings.body === 'json'
        ? oversizedBodies(rightText(t))
        : oversizedForms(textOf(t, right(t)))
      ).map(({ name, text }) => withBody(text, name)),
  }),
  ofBody(
    'json',
    accepts('accepts-any-rendering', {
      property: (t) => renderings({ ...right(t), additionalInfo: {} }),
      examples: (t) => renderingExamples({ ...right(t), additionalInfo: {} }),
      mutate: (text: string) => withBody(text, say('token-b2b/body/other-rendering')),
    }),
  ),
  ofBody(
    'json',
    accepts('accepts-additional-info', {
      property: () => fc.oneof(fc.constant(undefined), fc.constant({}), additionalInfo),
      examples: () => additionalInfoExamples,
      mutate: (info: unknown, t) =>
        withBody(
          JSON.stringify({ ...right(t), additionalInfo: info }),
          say('token-b2b/body/additional-info'),
          'body /additionalInfo',
        ),
    }),
  ),
  accepts('accepts-unknown-members', {
    property: () => fc.array(unknownMember, { minLength: 1, maxLength: 4 }),
    examples: () => unknownMembersExamples,
    mutate: (members: [string, unknown][], t) =>
      withBody(
        textOf(t, { ...Object.fromEntries(members), ...right(t) }),
        say('token-b2b/body/unknown-members'),
      ),
  }),
  ofBody('json', acceptsSchemaValid),
  ofBody('json', rejectsSchemaInvalid),
]);
