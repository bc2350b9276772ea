import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { titleOf } from '../../../engine/given/choose-entry.js';
import type { GivenRequest } from '../../../engine/given/given-request.js';
import { readGiven } from '../../../engine/given/read-given.js';
import { InputProblem } from '../../../engine/input/input-problem.js';
import { readBytes } from '../../../engine/input/reading/read-bytes.js';
import { say } from '../../../messages/message.js';
import { render } from '../../../messages/render.js';
import type { RequestFlags } from './request-flags.js';

/**
 * Reads the request that `--request` names, and says on standard error what it was taken for.
 *
 * @returns undefined if none is named
 * @throws InputProblem when it can't be read.
 */
export function readRequest({
  request,
  entry,
  body,
}: RequestFlags & { body?: string }): GivenRequest | undefined {
  if (request === undefined) {
    if (entry === undefined) return undefined;
    throw new InputProblem(
      'missing-option',
      '--entry chooses a request of a file, and none is named',
      {
        remedy: 'Name the file with --request.',
      },
    );
  }
  if (request === '-' && body === '-')
    throw new InputProblem(
      'conflicting-options',
      '--request and --body both read the standard input',
      { remedy: 'Give one of them as a file.' },
    );
  const given = readGiven(
    request === '-' ? readFileSync(process.stdin.fd) : readBytes(resolve(request), request),
    {
      file: request === '-' ? 'standard input' : request,
      entry,
      readFile: (name) => readBytes(resolve(name), name),
    },
  );
  const { kind, method, path = '' } = given;
  const title = method === undefined ? '' : titleOf(method, path);
  console.error(
    render(
      say('mistakes/given/read-as', { kind: say(`mistakes/given/kind-${kind}`), request: title }),
    ),
  );
  return given;
}
