import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { type Message, say } from '../../src/messages/message.js';
import { requireRefusal } from '../shared/preconditions.js';
import { withBody } from '../shared/token-mutations.js';
import { textOf, withoutGrantType } from './request-body.js';

/** The member's name in RFC 6749 section 4.4.2. */
const oauthName = 'grant_type';

type Context = CheckContext<'token-b2b'>;

/** Of each run, what became of a body without the member: these checks ask it once. */
const asked = new WeakMap<Context['session']['shared'], Promise<void>>();

/** @throws CheckEnded `untested` when a token is given without the member. */
function requireMember(t: Context): Promise<void> {
  const { shared } = t.session;
  const fault = { faultClass: 'missing-field', faultField: 'grantType' } as const;
  const answer = asked.get(shared) ?? requireRefusal(t, withoutGrantType(t), fault);
  asked.set(shared, answer);
  return answer;
}

/**
 * That another name doesn't stand for the member's own. It shows something only if the member can't be left out.
 *
 * @param other The name that is sent instead.
 * @param unless Why there is nothing to check, for profiles whose own name makes it so.
 */
function rejectsOtherName(
  name: string,
  other: (member: string) => string,
  unless: Message,
): Check<'token-b2b'> {
  return {
    ...refuses(name, {
      // A mandatory member is missing and an unknown one is there: either may be answered first.
      as: 'other',
      field: 'grantType',
      settings: ['/grantType'],
      when: ({ settings }) => {
        const { member, presence } = settings.grantType;
        if (member === other(member)) throw inapplicable(unless);
        if (presence !== 'required')
          throw inapplicable(say('token-b2b/body/member-not-mandatory', { member }));
      },
      before: requireMember,
      probes: (t) => {
        const { member, value } = t.settings.grantType;
        const by = other(member);
        const renamed = textOf(t, { [by]: value });
        return [withBody(renamed, say('token-b2b/body/member-renamed', { member, by }))];
      },
    }),
    forecast: (_t, forecast) => {
      forecast.control();
      if (forecast.isFirst('body without grantType')) forecast.refused(1, 'missing-field');
      forecast.refused(1, 'other');
      forecast.confirm();
    },
  };
}

/** OAuth's name of the member isn't SNAP's. */
export const rejectsOauthMemberName = rejectsOtherName(
  'rejects-oauth-member-name',
  () => oauthName,
  say('token-b2b/body/named-as-in-oauth', { member: oauthName }),
);

/** JSON compares names letter by letter. */
export const rejectsMemberCase = rejectsOtherName(
  'rejects-member-case',
  (member) => member.toUpperCase(),
  say('token-b2b/body/named-in-capitals'),
);
