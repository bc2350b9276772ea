import fc from 'fast-check';

/** Text that breaks careless code, in characters that a header can carry; `base` is what it is built on. */
export const hostileText = (base: string): fc.Arbitrary<string> =>
  fc.constantFrom(...hostileTexts(base));

/** The first of them, those of databases and of files, before whatever else. */
export const hostileTextExamples = (base: string): string[] => hostileTexts(base).slice(0, 16);

function hostileTexts(base: string): string[] {
  return [
    // Both kinds of quotes, for SQL and for JSON that is put together by hand.
    `${base}' OR '1'='1' -- "`,
    `${base}';--`,
    `${base}" OR ""="`,
    `${base}%00`,
    `${base}\\0`,
    `${base}|${base}`,
    `../../${base}`,
    `\${jndi:ldap://localhost/${base}}`,
    `{{${base}}}`,
    `<script>${base}</script>`,
    `${base}%0d%0aX-Injected: 1`,
    `${base}*`,
    `${base}%`,
    `${base}.`,
    '*',
    '%',
    '__proto__',
    'constructor',
    'null',
    'undefined',
    'true',
    '0',
    'a'.repeat(1_000),
    'a'.repeat(10_000),
    `${base}${'0'.repeat(5_000)}`,
  ];
}
