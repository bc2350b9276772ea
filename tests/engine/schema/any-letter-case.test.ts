import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLetterCase } from '../../../src/engine/schema/any-letter-case.js';

const word = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('Bearer-Token', 'a/b', '[x', '\\d'),
);

test('a pattern for any letter case matches each word in each case, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1 }),
      fc.array(fc.boolean()),
      word,
      (words, upper, other) => {
        const pattern = new RegExp(anyLetterCase(words), 'u');
        const cased = (text: string) =>
          [...text]
            .map((letter, at) =>
              !/[a-z]/i.test(letter)
                ? letter
                : upper[at]
                  ? letter.toUpperCase()
                  : letter.toLowerCase(),
            )
            .join('');
        for (const each of words) expect(pattern.test(cased(each))).toBe(true);
        const known = words.some((each) => each.toLowerCase() === other.toLowerCase());
        if (!known) expect(pattern.test(other)).toBe(false);
      },
    ),
  );
});
