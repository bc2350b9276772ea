import type { GivenOptions, GivenRequest } from '../given-request.js';
import { argumentsOf } from './arguments.js';
import { bodyArguments, curlBody } from './curl-body.js';
import { curlHeaders } from './curl-headers.js';
import { curlUrl } from './curl-url.js';
import { findCommand } from './find-command.js';

/**
 * The request that a curl command sends, as people paste it: from a shell, from a browser's "Copy as cURL" for bash and
 * for cmd, from Postman. Nothing is run; the files that it names are read.
 *
 * @throws InputProblem that names line and column, and nothing of the command.
 */
export function readCurl(text: string, options: GivenOptions): GivenRequest {
  const { file } = options;
  const command = findCommand(text, file);
  const args = argumentsOf(command.words, text, file);
  const has = (name: string) => args.some((each) => each.name === name);
  const { headers, open } = curlHeaders(args, text, options);
  const data = curlBody(args, text, options, command.input);
  const inQuery = has('get');
  const query = inQuery ? (data.body?.toString('utf8') ?? '') : '';
  const address = curlUrl(args, text, file, query);
  return {
    kind: 'curl',
    method: args.findLast(({ name }) => name === 'request')?.value.toUpperCase() ?? usualMethod(),
    ...(inQuery && data.bodyProblem ? { pathProblem: data.bodyProblem } : address),
    headers,
    ...(!inQuery && data),
    open,
    place: { file },
  };

  function usualMethod(): string {
    if (has('head')) return 'HEAD';
    if (has('upload-file')) return 'PUT';
    return bodyArguments(args).length > 0 && !inQuery ? 'POST' : 'GET';
  }
}
