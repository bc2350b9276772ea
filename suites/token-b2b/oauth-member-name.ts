import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { requireRefusal } from '../shared/preconditions.js';
import { withBody } from '../shared/token-mutations.js';

/** As RFC 6749 section 4.4.2 has it, where the document's name is another. */
const oauthName = 'grant_type';

/** OAuth's name of the member isn't SNAP's. Shows something only where the member can't be left out. */
export const rejectsOauthMemberName: Check = {
  ...refuses('rejects-oauth-member-name', {
    // A mandatory member is missing and an unknown one is there: which is told first is open.
    as: 'other',
    field: 'grantType',
    settings: ['/grantType'],
    when: ({ settings }) => {
      const { member, presence } = settings.grantType;
      if (member === oauthName) throw inapplicable(`the document's own name is ${oauthName}`);
      if (presence !== 'required')
        throw inapplicable(`the document doesn't say that ${member} has to be there`);
    },
    before: (t) => {
      const { member } = t.settings.grantType;
      const fault = { faultClass: 'missing-field', faultField: 'grantType' } as const;
      return requireRefusal(t, withBody('{}', `${member} was left out`, `body /${member}`), fault);
    },
    probes: (t) => {
      const { member, value } = t.settings.grantType;
      const renamed = JSON.stringify({ [oauthName]: value });
      return [withBody(renamed, `${oauthName} stands in place of ${member}`)];
    },
  }),
  forecast: (_t, forecast) => {
    forecast.control();
    forecast.refused(1, 'missing-field');
    forecast.refused(1, 'other');
    forecast.confirm();
  },
};
