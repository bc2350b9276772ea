import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TokenB2b } from '../../../schemas/resolved.js';
import { loadProfile, shippedProfiles } from '../../../src/engine/profile/profile.js';
import { applySettings } from '../../../src/engine/schema/apply-settings.js';
import { readWireSchema, WireSchema } from '../../../src/engine/schema/wire-schema.js';
import { timestampForms } from '../../../src/protocol/timestamp-forms.js';

const settingsOf = (name: string): TokenB2b => loadProfile(name, '/').services['token-b2b'];

const forms = fc.subarray([...timestampForms], { minLength: 1 });
const presence = fc.constantFrom('required', 'optional', 'unspecified');
const word = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('Bearer-Token', 'a/b', '[x', '\\d'),
);

/** Settings as an override may lay them over any shipped profile. */
const anySettings = fc
  .record({
    base: fc.constantFrom(...shippedProfiles()),
    accept: forms,
    member: word,
    value: fc.string({ minLength: 1 }),
    grantPresence: presence,
    code: fc.oneof(
      fc.stringMatching(/^[0-9]{7}$/),
      fc.uniqueArray(fc.stringMatching(/^[1-9][0-9]{1,6}$/), { minLength: 1, maxLength: 3 }),
    ),
    codeForm: fc.constantFrom('snap', 'own'),
    codeTypes: fc.array(fc.constantFrom('string', 'integer'), { minLength: 1, maxLength: 3 }),
    codePresence: presence,
    tokenTypes: fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.constant('unspecified' as const),
    ),
    tokenMaxLength: fc.integer({ min: 1, max: 10_000 }),
    types: fc.array(fc.constantFrom('string', 'integer'), { minLength: 1, maxLength: 3 }),
    additionalInfo: fc.constantFrom('object', 'string', 'unspecified'),
    headers: fc.record({
      'X-TIMESTAMP': presence,
      'X-CLIENT-KEY': presence,
      timestampForms: forms,
    }),
  })
  .map((drawn) => {
    const settings = structuredClone(settingsOf(drawn.base));
    settings.timestamp.accept = drawn.accept as TokenB2b['timestamp']['accept'];
    settings.grantType = {
      member: drawn.member,
      value: drawn.value,
      presence: drawn.grantPresence as 'required',
    };
    settings.codeForm = drawn.codeForm as TokenB2b['codeForm'];
    Object.assign(settings.success, {
      code: drawn.code,
      codeTypes: drawn.codeTypes,
      codePresence: drawn.codePresence,
      tokenTypes: drawn.tokenTypes,
      tokenMaxLength: drawn.tokenMaxLength,
      additionalInfo: drawn.additionalInfo,
      headers: drawn.headers,
    });
    settings.success.expiresIn.types = drawn.types as TokenB2b['success']['expiresIn']['types'];
    return settings;
  });

test('whatever is set, the schema compiles under strict rules, and a documented grant fits it', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const schema = new WireSchema(applySettings(readWireSchema(settings.schema), settings));
      const { success } = settings;
      const code = [success.code].flat().at(-1);
      for (const tokenType of [success.tokenTypes].flat()) {
        const judged = schema.judge('response', {
          responseCode: success.codeTypes[0] === 'string' ? code : Number(code),
          responseMessage: 'Successful',
          accessToken: 'a',
          tokenType,
          expiresIn: success.expiresIn.types[0] === 'string' ? '900' : 900,
          ...(success.additionalInfo !== 'unspecified' && {
            additionalInfo: success.additionalInfo === 'string' ? '' : {},
          }),
        });
        expect(judged.filter(({ violation }) => violation !== undefined)).toEqual([]);
        expect(judged.length).toBeGreaterThan(5);
      }
    }),
    { numRuns: 100 },
  );
});
