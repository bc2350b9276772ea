import type { FurtherHeaders } from '../../../schemas/resolved.js';
import { credentialNames } from '../../engine/evidence/credential-names.js';
import { hiddenIn } from '../../engine/given/given-header.js';
import type { GivenRequest } from '../../engine/given/given-request.js';
import { headerLines } from '../../engine/given/header-lines.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { standardHeaders } from '../../protocol/transaction-headers.js';

/** What a request is sent with besides the headers that sign it, by where it was said. */
export interface HeaderSources {
  /** `--header`, each `Name: value`. */
  options: readonly string[];
  given: GivenRequest | undefined;
  /** Those of the config's target. */
  config: Readonly<Record<string, string>> | undefined;
  /** What the profile says of headers. */
  rules: FurtherHeaders;
  /** Names that the config's target has hidden. */
  redact?: readonly string[] | undefined;
}

/** The standard's headers of a call that hold no secret, besides those that it has rules for. */
const harmless = ['X-IP-ADDRESS', 'X-LATITUDE', 'X-LONGITUDE', 'ORIGIN'];
/** Written for each request, by the signature or by whoever sends it. */
const written =
  /^(?:x-timestamp|x-signature|x-client-key|x-external-id|authorization|content-type|content-length|host|connection|transfer-encoding|accept(?:-.*)?|user-agent|cache-control|pragma|postman-token|referer|dnt|priority|sec-.*|:.*)$/i;

/**
 * The headers of a request besides those that sign it: the option's, then those of the request, then the config's.
 * Of a request only those are taken that the documents name, because any other may hold a secret, and of none those
 * that are credentials by their name; that is said.
 *
 * @throws InputProblem for an option that is no header.
 */
export function requestHeaders({
  options,
  given,
  config = {},
  rules,
  redact,
}: HeaderSources): Record<string, string> {
  const headers = new Map<string, [name: string, value: string]>();
  const put = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value]);
  const named = [...Object.keys(rules), ...Object.keys(config), ...standardHeaders, ...harmless];
  const known = new Set(named.map((name) => name.toLowerCase()));
  const left: string[] = [];
  const { header: isCredential } = credentialNames(redact);
  for (const [name, value] of Object.entries(config))
    if (isCredential(name)) left.push(name);
    else put(name, value);
  for (const [name, value] of given?.headers ?? []) {
    if (written.test(name)) continue;
    const open = given?.open.has(name.toLowerCase()) || hiddenIn(value) !== undefined;
    if (known.has(name.toLowerCase()) && !isCredential(name) && !open) put(name, value);
    else left.push(name);
  }
  for (const text of options)
    for (const [name, value] of headerLines([text], '--header', 1)) put(name, value);
  const missing = left.filter((name) => !headers.has(name.toLowerCase()));
  if (missing.length > 0)
    console.error(render(say('mistakes/given/left-out', { headers: [...new Set(missing)] })));
  return Object.fromEntries(headers.values());
}

/** Says which headers the profile requires that the request doesn't have. A call for a customer is the user's to name. */
export function noteLacking(
  rules: FurtherHeaders,
  headers: Readonly<Record<string, string>>,
): void {
  const sent = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const lacking = Object.entries(rules)
    .filter(([name, { presence }]) => presence === 'required' && !sent.has(name.toLowerCase()))
    .map(([name]) => name)
    .filter((name) => !/^(?:authorization-customer|x-device-id)$/i.test(name));
  if (lacking.length > 0)
    console.error(render(say('mistakes/given/headers-unknown', { headers: lacking })));
}
