import { headerOf } from '../../../src/engine/http/wire.js';
import type { AnsweredExchange, Rule } from '../../../src/engine/session/service.js';
import { say } from '../../../src/messages/message.js';
import { parseTimestamp } from '../../../src/protocol/timestamp.js';

/** Between the consent and the answer, and between two clocks. */
const toleranceMs = 3_600_000;

type Member = 'accessTokenExpiryTime' | 'refreshTokenExpiryTime';

/** What a schema can't say of the expiry times. */
export const expiryRules: readonly Rule<'token-b2b2c'>[] = [
  liesAhead('access-token-future', 'accessTokenExpiryTime'),
  liesAhead('refresh-token-future', 'refreshTokenExpiryTime'),
  {
    id: 'token-b2b2c/expiry/documented-lifetime',
    judge: (message) => {
      const documented = message.settings.success.expiryTime.accessTokenSeconds;
      const expiry = instantOf(message, 'accessTokenExpiryTime');
      const now = timeOf(message);
      if (documented === 'unspecified' || expiry === undefined || expiry <= now) return null;
      const off = expiry - now - documented * 1000;
      return Math.abs(off) <= toleranceMs
        ? undefined
        : say('token-b2b2c/expiry/other-lifetime', {
            seen: days(expiry - now),
            documented: days(documented * 1000),
          });
    },
  },
  {
    id: 'token-b2b2c/expiry/order',
    judge: (message) => {
      const access = instantOf(message, 'accessTokenExpiryTime');
      const refresh = instantOf(message, 'refreshTokenExpiryTime');
      if (
        message.settings.success.expiryTime.refreshToken !== 'not-before-access-token' ||
        access === undefined ||
        refresh === undefined
      )
        return null;
      return refresh >= access
        ? undefined
        : say('token-b2b2c/expiry/refresh-token-first', {
            seconds: Math.round((access - refresh) / 1000),
          });
    },
  },
];

function liesAhead(name: string, member: Member): Rule<'token-b2b2c'> {
  return {
    id: `token-b2b2c/expiry/${name}`,
    judge: (message) => {
      const expiry = instantOf(message, member);
      if (expiry === undefined) return null;
      const seconds = Math.round((timeOf(message) - expiry) / 1000);
      return seconds < 0 ? undefined : say('token-b2b2c/expiry/in-the-past', { member, seconds });
    },
  };
}

function instantOf(
  { answer, settings }: AnsweredExchange<'token-b2b2c'>,
  member: Member,
): number | undefined {
  const value = answer.members?.[member];
  const parsed =
    typeof value === 'string'
      ? parseTimestamp(value, settings.success.expiryTime.forms)
      : undefined;
  return parsed?.ok ? parsed.instant : undefined;
}

/** The answer's own time: a wrong clock isn't these rules' matter. */
function timeOf({ answer, receivedAt }: AnsweredExchange<'token-b2b2c'>): number {
  const date = Date.parse(headerOf(answer.response.headers, 'date') ?? '');
  return Number.isNaN(date) ? receivedAt : date;
}

const days = (milliseconds: number) => Number((milliseconds / 86_400_000).toFixed(2));
