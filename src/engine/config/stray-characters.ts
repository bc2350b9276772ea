import type { ClientConfig, TargetConfig } from '../../../schemas/generated/config.js';
import { InputProblem, type InputProblemDetail } from '../input/input-problem.js';
import { escapePointer } from '../input/json-pointer.js';
import { strayCharacter } from '../input/stray-character.js';
import { type Call, callsOf } from './calls-of.js';

/** A value of a config, with its place in the target. */
type Placed = [pointer: string, what: string, value: string];

const clientsOf = ({ client, otherClient }: TargetConfig): [string, ClientConfig][] => [
  ['client', client],
  ...(otherClient ? [['otherClient', otherClient] as [string, ClientConfig]] : []),
];

/** Headers whose values are names of someone or something; others may be quoted, as Sec-CH-UA-Platform is. */
const isIdentifier = (header: string) => /(?:-id|-key|^origin)$/i.test(header);

function headersOf(target: TargetConfig): Placed[] {
  const { tokenHeaders, customer } = target;
  const all: [string, Readonly<Record<string, string>> | undefined][] = [
    ['tokenHeaders', tokenHeaders],
    ...callsOf(target).map(({ member, transaction }): (typeof all)[number] => [
      `${member}/headers`,
      transaction.headers,
    ]),
    ['customer/headers', customer?.headers],
  ];
  return all.flatMap(([member, headers = {}]) =>
    Object.entries(headers).map(
      ([name, value]): Placed => [`${member}/${escapePointer(name)}`, name, value],
    ),
  );
}

/**
 * Sees to it that what names the clients, and the values of headers, are what was meant: a header can't hold a newline,
 * and one with a blank at its end or an invisible letter in it names another client.
 *
 * @param at Where the target is.
 * @throws InputProblem with each value and the character.
 */
export function refuseStrayCharacters(
  target: TargetConfig,
  at: { file: string; pointer: string },
): void {
  const identifiers: Placed[] = [
    ...clientsOf(target).map(
      ([member, { clientId }]): Placed => [`${member}/clientId`, 'clientId', clientId],
    ),
    ...(target.customer?.deviceId === undefined
      ? []
      : [['customer/deviceId', 'deviceId', target.customer.deviceId] as Placed]),
  ];
  const problems = [...identifiers, ...headersOf(target)].flatMap(
    ([pointer, what, value]): InputProblemDetail[] => {
      const header = !identifiers.some(([place]) => place === pointer);
      const stray = strayCharacter(value, !header || isIdentifier(what));
      return stray === undefined
        ? []
        : [
            {
              code: 'stray-character',
              what: `${what} ${stray}`,
              file: at.file,
              pointer: `${at.pointer}/${pointer}`,
              remedy:
                'Take it out where the value is set: in the config, or in the environment variable that it comes from.',
            },
          ];
    },
  );
  if (problems.length > 0) throw InputProblem.all(problems);
}

/**
 * Notes on secrets that were hardly meant to be as they are. They are sent and signed with as they stand, because only
 * the provider knows; nothing of a secret is told but that character.
 */
export function straySecretNotes(target: TargetConfig, call: Call | undefined): string[] {
  const { expiredToken, outOfScopeToken } = call?.transaction ?? {};
  const secrets: [string, unknown][] = [
    ...clientsOf(target).map(([, { clientId, clientSecret }]): [string, unknown] => [
      `clientSecret of ${clientId}`,
      clientSecret,
    ]),
    ['expiredToken', expiredToken],
    ['outOfScopeToken', outOfScopeToken],
  ];
  return secrets.flatMap(([what, value]) => {
    const stray = typeof value === 'string' ? strayCharacter(value, true) : undefined;
    return stray === undefined
      ? []
      : [`${what} ${stray}, which is used as it stands: take it out unless it belongs to it`];
  });
}
