import { headerOf } from '../../src/engine/http/wire.js';
import type { AnsweredExchange, Rule, ServiceId } from '../../src/engine/session/service.js';
import { parseTimestamp } from '../../src/protocol/timestamp.js';

const minutes = 60_000;

/** What the answer to a granted request looks like, of whichever service, where a schema can't say it. */
export function grantRulesOf<S extends ServiceId>(service: S): Rule<S>[] {
  return rules.map(({ id, judge }) => ({
    id: `${service}/response/${id}`,
    judge: (message) => judge(message as AnyExchange),
  }));
}

/** A message of whichever service: what the rules here look at, all have. */
type AnyExchange = AnsweredExchange<ServiceId>;

const rules: readonly Rule<ServiceId>[] = [
  {
    id: 'content-type',
    judge: ({ answer }) =>
      answer.mediaType === 'application/json'
        ? undefined
        : `the grant's Content-Type is ${answer.mediaType ?? 'absent'}, not application/json`,
  },
  { id: 'body-json', judge: ({ answer }) => answer.jsonProblem },
  { id: 'timestamp-header-now', judge: timestampIsNow },
];

/** The answer's time against its own Date header: a wrong clock is wrong in both, and that isn't this rule's. */
function timestampIsNow({ answer, settings, receivedAt }: AnyExchange): string | undefined | null {
  const stamped = parseTimestamp(headerOf(answer.response.headers, 'x-timestamp') ?? '');
  if (!stamped.ok || settings.success.headers['X-TIMESTAMP'] === 'unspecified') return null;
  const date = Date.parse(headerOf(answer.response.headers, 'date') ?? '');
  const truth = Number.isNaN(date) ? receivedAt : date;
  const off = Math.round((stamped.instant - truth) / 1000);
  return Math.abs(off) * 1000 <= 5 * minutes
    ? undefined
    : `X-TIMESTAMP of the answer is ${Math.abs(off)} s ${off < 0 ? 'behind' : 'ahead of'} its time`;
}
