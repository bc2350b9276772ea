import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say, type Text } from '../../src/messages/message.js';
import { mediaTypes, writeTokenBody } from '../../src/protocol/token-body.js';
import { withBody } from '../shared/token-mutations.js';

type Context = CheckContext<'token-b2b'>;

/** Members of the request, written as the document has the body: as JSON, or as a form. */
export function textOf({ settings }: Context, members: Record<string, unknown>): string {
  return writeTokenBody(members, settings.body);
}

/** The media type of the body, as the document has it. */
export const mediaTypeOf = ({ settings }: Context): string => mediaTypes[settings.body];

/** The grant type's member with another value: of any JSON type, if the body is JSON. */
export function grantType(t: Context, value: unknown, name: Text): Mutation {
  const { member } = t.settings.grantType;
  return withBody(textOf(t, { [member]: value }), name, `body /${member}`);
}

/** A body without the grant type's member. A form without any member is no body at all. */
export function withoutGrantType(t: Context): Mutation {
  const { member } = t.settings.grantType;
  const others = t.settings.body === 'json' ? {} : { snapConformance: '1' };
  const name = say('shared/request/left-out', { field: member });
  return withBody(textOf(t, others), name, `body /${member}`);
}

/** A check that concerns one kind of body: inapplicable to a document that has the other. */
export function ofBody(kind: Context['settings']['body'], check: Check<'token-b2b'>) {
  return {
    ...check,
    settings: [...(check.settings ?? []), '/body'],
    when: (t: Context): void => {
      if (t.settings.body !== kind)
        throw inapplicable(
          say(kind === 'json' ? 'token-b2b/body/is-a-form' : 'token-b2b/body/is-json'),
        );
      check.when?.(t);
    },
  } satisfies Check<'token-b2b'>;
}
