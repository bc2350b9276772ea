import type { Exchange } from '../../schemas/generated/result.js';
import { bodyText } from '../shared/body-text.js';
import { indentedJson } from './indented-json.js';

/** A request as the form has it: URL, headers as an array of "Key=Value", body. */
export function requestCell({ request: { url, headers, body } }: Exchange): string {
  const pairs = headers.map(([name, value]) => JSON.stringify(`${name}=${hidden(name, value)}`));
  return [
    ...['URL Endpoint:', url, ''],
    ...['Header Request:', '[', pairs.join(',\n'), ']', ''],
    ...['Request Body:', bodyText(body, indentedJson)],
  ].join('\n');
}

/** The body of an answer as the form has it, or why there is no answer. */
export function responseCell({ response, noAnswer }: Exchange): string {
  const said = response
    ? bodyText(response.body, indentedJson)
    : `[no answer${noAnswer ? ` (${noAnswer.kind}): ${noAnswer.message}` : ''}]`;
  return `Response Body:\n${said}`;
}

/**
 * The value of a header as the form has it. The result has tokens shortened, to tell one from another; in a form
 * nothing of them is shown. Signatures stay: they prove the row, and are of no use after their timestamp.
 */
function hidden(name: string, value: string): string {
  if (!/^authorization(?:-customer)?$/i.test(name) || !value.includes('…')) return value;
  const [scheme = '', token] = value.split(/ +(.*)/, 2);
  return token === undefined ? '***' : `${scheme} ***`;
}
