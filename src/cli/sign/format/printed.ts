import { curlOf } from '../../../../reports/shared/curl.js';
import { shortenIn } from '../../../engine/evidence/redact.js';
import type { SignedRequest } from '../../../engine/signing/sign-request.js';
import { say } from '../../../messages/message.js';
import { render } from '../../../messages/render.js';
import type { Secret } from '../../shared/read-secret.js';
import type { SignedFormat } from '../flags.js';
import { httpText } from './http.js';
import { postmanCollection } from './postman.js';

/** Stands for the access token where no shell fills it in. */
const placeholder = '{{accessToken}}';

/** A signed request, and what it is printed with. */
export interface Printing {
  signed: SignedRequest;
  format: SignedFormat;
  /** Where it is sent; each format but headers and JSON has it. */
  url: string | undefined;
  token: Secret | undefined;
}

/** A signed request as text, complete but for the access token, which is said on standard error. */
export function printed({ signed, format, url = '', token }: Printing): string {
  const { Authorization: carried, ...headers } = signed.headers;
  const shell = carried === undefined ? undefined : token?.shell;
  const withPlaceholder = {
    ...headers,
    ...(shell !== undefined && { Authorization: `Bearer ${placeholder}` }),
  };
  const note = (id: 'token-not-printed' | 'token-as-variable') => {
    if (shell !== undefined) console.error(render(say(`mistakes/given/${id}`, { shell })));
  };
  switch (format) {
    case 'headers':
      note('token-not-printed');
      return `${linesOf(headers)}\n`;
    case 'curl':
      return `${curlCommand({ ...signed, headers }, url, shell)}\n`;
    case 'json': {
      note('token-as-variable');
      const { stringToSign, ...rest } = signed;
      const text = token === undefined ? stringToSign : shortenIn(stringToSign, token.value);
      return asJson({ ...rest, headers: withPlaceholder, stringToSign: text });
    }
    case 'http':
      note('token-as-variable');
      return httpText({ ...signed, headers: withPlaceholder }, url);
    case 'postman':
      note('token-as-variable');
      return asJson(postmanCollection({ ...signed, headers: withPlaceholder }, url));
  }
}

const asJson = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

function linesOf(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function curlCommand(
  { method, headers, body = '' }: SignedRequest,
  url: string,
  shell: string | undefined,
): string {
  const { command } = curlOf({
    method,
    url,
    headers: Object.entries(headers),
    body: { text: body, bytes: Buffer.byteLength(body) },
  });
  return shell === undefined
    ? command
    : `${command} \\\n  --header "Authorization: Bearer ${shell}"`;
}
