import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { requireRefusal } from '../shared/preconditions.js';
import { withBody } from '../shared/token-mutations.js';
import { textOf, withoutGrantType } from './request-body.js';

/** The member's name in RFC 6749 section 4.4.2. */
const oauthName = 'grant_type';

/** OAuth's name of the member isn't SNAP's. It shows something only if the member can't be left out. */
export const rejectsOauthMemberName: Check<'token-b2b'> = {
  ...refuses('rejects-oauth-member-name', {
    // A mandatory member is missing and an unknown one is there: either may be answered first.
    as: 'other',
    field: 'grantType',
    settings: ['/grantType'],
    when: ({ settings }) => {
      const { member, presence } = settings.grantType;
      if (member === oauthName)
        throw inapplicable(say('token-b2b/body/named-as-in-oauth', { member }));
      if (presence !== 'required')
        throw inapplicable(say('token-b2b/body/member-not-mandatory', { member }));
    },
    before: (t) => {
      const fault = { faultClass: 'missing-field', faultField: 'grantType' } as const;
      return requireRefusal(t, withoutGrantType(t), fault);
    },
    probes: (t) => {
      const { member, value } = t.settings.grantType;
      const renamed = textOf(t, { [oauthName]: value });
      return [withBody(renamed, say('token-b2b/body/member-renamed', { member, by: oauthName }))];
    },
  }),
  forecast: (_t, forecast) => {
    forecast.control();
    forecast.refused(1, 'missing-field');
    forecast.refused(1, 'other');
    forecast.confirm();
  },
};
