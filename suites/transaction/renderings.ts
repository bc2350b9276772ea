import type { CheckContext } from '../../src/engine/checks/check.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { requireGrant } from '../shared/preconditions.js';
import { withBody } from './mutations.js';

type Context = CheckContext<'transaction'>;

/**
 * The members of the config's own body and one more under additionalInfo, which callers may fill in every
 * service of the standard (ASPI: additionalInfo, Object, optional): names, and values as JSON text.
 *
 * @param text The new member's value as JSON text: its spelling is kept.
 */
export function membersWith({ session }: Context, text: string): [name: string, text: string][] {
  const { additionalInfo, ...others } = session.target.transaction?.body ?? {};
  const known = JSON.stringify(additionalInfo ?? {});
  const inner = /^\{.+\}$/s.test(known) ? `${known.slice(1, -1)},` : '';
  return [
    ...Object.entries(others).map(([name, value]): [string, string] => [
      name,
      JSON.stringify(value),
    ]),
    ['additionalInfo', `{${inner}"snapConformance":${text}}`],
  ];
}

/** A JSON object of these members, without white space between its tokens. */
export function written(members: readonly (readonly [name: string, text: string])[]): string {
  return `{${members.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

/** {@link membersWith} as compact JSON. */
export function bodyWith(t: Context, text: string): string {
  return written(membersWith(t, text));
}

/**
 * Terms of a check that varies the body: there is a body, and the target accepts a member that it doesn't know.
 *
 * @param plain A value of the same kind that every library writes in the same way: the variations build on it.
 */
export function variesBody(plain: string) {
  return {
    when: ({ session }: Context): void => {
      if (!hasBody(session)) throw untested(say('transaction/body/nothing-to-vary'));
    },
    before: (t: Context): Promise<void> =>
      requireGrant(t, withBody(bodyWith(t, plain), say('transaction/body/one-more-member'))),
  };
}

/** Precondition of a check about the hash of a body. */
export function requireBody({ session }: Context): void {
  if (!hasBody(session)) throw inapplicable(say('transaction/body/absent'));
}

/** Precondition of a check about the hash that is signed when there is no body. */
export function requireNoBody({ session }: Context): void {
  if (hasBody(session)) throw inapplicable(say('transaction/body/present'));
}

function hasBody({ target }: Context['session']): boolean {
  return target.transaction?.body !== undefined;
}
