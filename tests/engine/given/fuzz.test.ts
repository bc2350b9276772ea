import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenHeader } from '../../../src/engine/given/given-header.js';
import { givenToken } from '../../../src/engine/given/given-token.js';
import { readGiven } from '../../../src/engine/given/read-given.js';
import { serviceOfGiven } from '../../../src/engine/given/service-of-given.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';
import { damage, damaged } from '../../fuzz/damage.js';
import { forms, sample } from './requests.js';

const canary = 'Q4n4ryThatNoMessageMayRepeat';
/** A request with the canary wherever a secret can stand. */
const secretive = {
  ...sample,
  path: `/v1.0/list?key=${canary}`,
  headers: sample.headers.map(([name, value]): [string, string] =>
    name === 'Authorization' ? [name, `Bearer ${canary}`] : [name, value],
  ),
  body: `{"secret": "${canary}"}`,
};

/** What means something in one of the forms. */
const pieces = [
  ...['', '\n', '\r\n', "'", '"', '\\', '^', '`', '&', '|', '<<', '$X', '$(x)', '{{x}}', '…', '“'],
  ...[' -H ', ' --data ', ' --next ', '@', ':', '{', ']', ',', 'null', '5', '\0', '\ud800', '***'],
];

/** Reads it, and asks for all that a command does. */
function use(text: string): void {
  const given = readGiven(Buffer.from(text), {
    file: 'request.txt',
    readFile: (name) => {
      throw new InputProblem('file-not-found', "can't read the file", {
        file: name.length > 20 ? 'a file' : name,
      });
    },
  });
  serviceOfGiven(given);
  givenHeader(given, 'X-SIGNATURE', { option: '--signature' });
  givenToken(given, {});
  if (given.pathProblem) throw given.pathProblem;
  if (given.bodyProblem) throw given.bodyProblem;
}

test.for(Object.entries(forms))('%s, damaged, is read or told what is wrong', ([, write]) => {
  const text = write(secretive);
  let refused = 0;
  fc.assert(
    fc.property(fc.array(damage(pieces), { minLength: 1, maxLength: 4 }), (damages) => {
      try {
        use(damages.reduce(damaged, text));
      } catch (error) {
        refused += 1;
        expect(error).toBeInstanceOf(InputProblem);
        const { message, file, remedy = '' } = error as InputProblem;
        expect(message).not.toContain(canary.slice(0, 12));
        expect(file).toBeTruthy();
        expect(remedy).not.toBe('');
      }
    }),
    { numRuns: 300, seed: 42 },
  );
  // Else the damages would be too mild to show anything.
  expect(refused).toBeGreaterThan(20);
});
