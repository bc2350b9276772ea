import { headerOf } from '../../src/engine/http/wire.js';
import type { AnsweredExchange, Rule, ServiceId } from '../../src/engine/session/service.js';
import { type Message, say } from '../../src/messages/message.js';
import { parseTimestamp } from '../../src/protocol/timestamp.js';

const minutes = 60_000;

/** What a schema can't say of the answer to a granted request, whichever service it is of. */
export function grantRulesOf<S extends ServiceId>(service: S): Rule<S>[] {
  return rules.map(({ id, judge }) => ({
    id: `${service}/response/${id}`,
    judge: (message) => judge(message as AnyExchange),
  }));
}

/** A message of whichever service: each has what the rules here look at. */
type AnyExchange = AnsweredExchange<ServiceId>;

const rules: readonly Rule<ServiceId>[] = [
  {
    id: 'content-type',
    judge: ({ answer }) =>
      answer.mediaType === 'application/json'
        ? undefined
        : say('shared/response/content-type', { mediaType: answer.mediaType }),
  },
  { id: 'body-json', judge: ({ answer }) => answer.jsonProblem },
  { id: 'timestamp-header-now', judge: timestampIsNow },
];

/** The answer's time against its own Date header: a wrong clock shows in both, and isn't this rule's matter. */
function timestampIsNow({ answer, settings, receivedAt }: AnyExchange): Message | undefined | null {
  const { 'X-TIMESTAMP': presence, timestampForms } = settings.success.headers;
  const text = headerOf(answer.response.headers, 'x-timestamp') ?? '';
  const stamped = parseTimestamp(text, timestampForms);
  if (!stamped.ok || presence === 'unspecified') return null;
  const date = Date.parse(headerOf(answer.response.headers, 'date') ?? '');
  const truth = Number.isNaN(date) ? receivedAt : date;
  const off = Math.round((stamped.instant - truth) / 1000);
  return Math.abs(off) * 1000 <= 5 * minutes
    ? undefined
    : say('shared/response/timestamp-off', { seconds: off });
}
