/** What is said of the body of a token request. */
export const tokenB2bBody = {
  'token-b2b/body/named-as-in-oauth': ({ member }: { member: string }) =>
    `the document's own name is ${member}`,
  'token-b2b/body/named-in-capitals': () => "the document's own name is in capitals",
  'token-b2b/body/member-not-mandatory': ({ member }: { member: string }) =>
    `the document doesn't say that ${member} has to be there`,
  'token-b2b/body/member-optional': ({ member }: { member: string }) =>
    `the document makes ${member} optional`,
  'token-b2b/body/member-presence-unspecified': ({ member }: { member: string }) =>
    `the document makes ${member} neither mandatory nor optional`,
  'token-b2b/body/only-grant-type-documented': () =>
    'the document says nothing of the body besides grantType',

  'token-b2b/body/member-renamed': ({ member, by }: { member: string; by: string }) =>
    `${by} stands in place of ${member}`,
  'token-b2b/body/member-empty': ({ member }: { member: string }) => `${member} is an empty text`,
  'token-b2b/body/member-null': ({ member }: { member: string }) => `${member} is null`,
  'token-b2b/body/member-no-text': ({ member }: { member: string }) => `${member} is no text`,
  'token-b2b/body/member-number': ({ member }: { member: string }) => `${member} is a number`,
  'token-b2b/body/member-other-case': ({ member }: { member: string }) =>
    `${member} is in other letter case`,
  'token-b2b/body/member-twice': ({
    member,
    place,
  }: {
    member: string;
    place: 'before' | 'after';
  }) => `${member} stands twice, another value ${place} the right one`,
  'token-b2b/body/other-grant-type': ({ member }: { member: string }) =>
    `${member} is another grant type`,

  'token-b2b/body/not-utf-8': () => 'a text in the body is not UTF-8',
  'token-b2b/body/json': () => 'the body is JSON, of that media type',
  'token-b2b/body/is-a-form': () => 'the document has the body written as a form, not as JSON',
  'token-b2b/body/is-json': () => 'the document has the body written as JSON',
  'token-b2b/body/empty': () => 'the body is empty',
  'token-b2b/body/no-object': () => 'the body is JSON, but no object',
  'token-b2b/body/form-encoded': () => 'the body is form-encoded, as plain OAuth 2.0 has it',
  'token-b2b/body/byte-order-mark': () => 'a byte order mark stands before the JSON',
  'token-b2b/body/nested-objects': ({ levels }: { levels: number }) =>
    `the body holds an object with ${levels} objects one in the other`,
  'token-b2b/body/nested-arrays': ({ levels }: { levels: number }) =>
    `the body holds an object with ${levels} arrays one in the other`,
  'token-b2b/body/unclosed-brackets': ({ brackets }: { brackets: number }) =>
    `the body holds ${brackets} brackets that are never closed`,
  'token-b2b/body/large-text': () => 'the body holds a text of 1 MiB besides the right members',
  'token-b2b/body/large-white-space': () =>
    'the body holds 1 MiB of white space and then the right members',
  'token-b2b/body/breaks-schema': ({ place, keyword }: { place: string; keyword: string }) =>
    `${place} breaks the schema's ${keyword}`,

  'token-b2b/body/other-rendering': () => 'the same JSON in another rendering',
  'token-b2b/body/unknown-members': () => 'members that the document does not name',
  'token-b2b/body/schema-valid': () => 'another body that the schema allows',
  'token-b2b/body/additional-info': () => 'additionalInfo absent, empty or filled',
  'token-b2b/body/additional-info-note': () => 'additionalInfo holds a note',
  'token-b2b/body/additional-info-text': () => 'additionalInfo holds one plain text',

  'token-b2b/body/no-clear-answer': ({ probe, why }: { probe: string; why: string }) =>
    `${probe}: ${why}`,
  'token-b2b/body/did-not-survive': ({ probe, why }: { probe: string; why: string }) =>
    `no answer, ${probe}: ${why}`,
  'token-b2b/body/survived': ({ runs }: { runs: number }) =>
    runs === 1 ? 'it was answered' : `all ${runs} were answered`,
};
