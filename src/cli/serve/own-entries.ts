import type { Clients } from '../../api/configured-sandbox.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { loadPublicKey } from '../../protocol/keys.js';
import type { AnyFault } from '../../sandbox/faults/index.js';
import type { SandboxClient } from '../../sandbox/tokens/client.js';
import type { SandboxCall } from '../../sandbox/transaction/policy.js';
import { readKeyFile } from '../shared/read-key-file.js';

/**
 * The clients of `--client ID=FILE`, each with the client secret of the sandbox's own client.
 *
 * @throws InputProblem for another form, a key that can't be used, an id that is taken, and a fault that compares
 * signatures with those of private keys.
 */
export function ownClients(
  given: readonly string[],
  { client, otherClient }: Clients,
  faults: readonly AnyFault[],
): SandboxClient[] {
  const unfit = faults.find(({ needsPrivateKeys }) => needsPrivateKeys);
  if (unfit && given.length > 0)
    throw new InputProblem(
      'invalid-option',
      `--client gives no private key, and the fault ${unfit.name} needs that of each client`,
      { remedy: 'Leave --client or the fault out.' },
    );
  const taken = new Set([client.clientId, otherClient.clientId]);
  return given.map((text) => {
    const [clientId, file] = inTwo(text, '--client ID=FILE', /^(.+)=([^=]+)$/);
    if (taken.has(clientId))
      throw new InputProblem('invalid-option', `--client: the id ${clientId} is given twice`);
    taken.add(clientId);
    const { key } = readKeyFile(file, '--client', loadPublicKey);
    return { clientId, clientSecret: client.clientSecret, publicKey: key };
  });
}

/**
 * The services of `--transaction PATH=CODE`, with another method than POST in front: `DELETE /v1.0/…=31`.
 *
 * @throws InputProblem for another form.
 */
export function ownCalls(given: readonly string[]): SandboxCall[] {
  return given.map((text) => {
    const [, method = 'POST', rest = text] = /^(GET|POST|PUT|PATCH|DELETE) (.*)$/s.exec(text) ?? [];
    const form = /^(\/[^?#\s]*)=(\d{2})$/;
    const [path, serviceCode] = inTwo(rest, '--transaction PATH=CODE', form);
    return { method: method as SandboxCall['method'], path, serviceCode };
  });
}

function inTwo(text: string, option: string, form: RegExp): [string, string] {
  const [, first, second] = form.exec(text) ?? [];
  if (first === undefined || second === undefined)
    throw new InputProblem('invalid-option', `this is not of the form ${option}: "${text}"`, {
      remedy: '`snap-conformance serve --help` has an example.',
    });
  return [first, second];
}
