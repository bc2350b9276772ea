import { headerOf } from '../../src/engine/http/wire.js';
import type { AnsweredExchange, Rule } from '../../src/engine/session/service.js';
import { type Message, say } from '../../src/messages/message.js';
import type { TokenServiceId } from '../../src/protocol/services.js';
import { doubledMember } from './doubled-member.js';
import { grantRulesOf } from './grant-rules.js';

/** What a schema can't say of a granted token, whichever service gives it. */
export function tokenGrantRules<S extends TokenServiceId>(service: S): Rule<S>[] {
  const own = commonRules.map(
    ({ id, judge }): Rule<S> => ({
      id: `${service}/${id}`,
      judge: (message) => judge(message as unknown as AnsweredExchange<TokenServiceId>),
    }),
  );
  return [...grantRulesOf(service), ...own];
}

const commonRules: readonly Rule<TokenServiceId>[] = [
  {
    id: 'response/status',
    judge: ({ answer }) =>
      answer.status === 200 ? undefined : say('shared/response/status', { status: answer.status }),
  },
  { id: 'response/unique-keys', judge: duplicateKey },
  {
    id: 'response/client-key-header',
    judge: ({ request, answer, faultClass }) => {
      const echoed = headerOf(answer.response.headers, 'x-client-key');
      const sent = headerOf(request.headers, 'x-client-key');
      // A wrongly granted probe may name no client, or another one: what to echo is open then.
      if (echoed === undefined || faultClass !== undefined) return null;
      return echoed === sent
        ? undefined
        : say('shared/response/other-client-key', { echoed, sent });
    },
  },
  {
    id: 'response/cache-control',
    judge: ({ answer }) => {
      const value = headerOf(answer.response.headers, 'cache-control');
      const directives = value
        ?.toLowerCase()
        .split(',')
        .map((directive) => directive.trim());
      return directives?.includes('no-store')
        ? undefined
        : say('shared/response/can-be-stored', { cacheControl: value });
    },
  },
];

function duplicateKey({ answer }: AnsweredExchange<TokenServiceId>): Message | undefined | null {
  if (answer.json === undefined) return null;
  const member = doubledMember(answer.response.body.toString('utf8'));
  return member === undefined ? undefined : say('shared/response/member-twice', { member });
}
