import { type Message, say } from '../../messages/message.js';
import type { TokenServiceId } from '../../protocol/services.js';
import { mediaTypes } from '../../protocol/token-body.js';
import { responseMessageOf } from '../http/answer.js';
import type { Observed } from '../session/observed.js';
import type { Session } from '../session/session.js';

/** What a refused token request says of its cause. */
export function tokenCauses(
  observed: Observed<'token-b2b'>,
  session: Session<'token-b2b'>,
): Message[] {
  const causes = requestCauses(observed, session);
  const message = (responseMessageOf(observed.answer) ?? '').toLowerCase();
  const { body, grantType } = session.settings;
  const { member, value } = grantType;
  // RFC 9110 section 15.5.16: the target doesn't take a body of this media type.
  if (observed.answer?.status === 415 || /content.?type|media.?type/.test(message))
    causes.push(
      say('shared/token-control/other-body', {
        type: mediaTypes[body],
        setting: `token-b2b.body: ${body === 'json' ? 'form' : 'json'}`,
      }),
    );
  if (message.includes('grant'))
    causes.push(say('shared/token-control/other-grant-type', { member, value }));
  return causes;
}

/** What a refused request of either token service says of its cause, grant types aside. */
export function requestCauses<S extends TokenServiceId>(
  { answer }: Observed<S>,
  session: Session<S>,
): Message[] {
  if (!answer) return [];
  const { path } = session.settings;
  const { profile } = session.target;
  if (answer.status === 404)
    return [say('shared/token-control/wrong-path', { path, profile: profile.name })];
  const message = (responseMessageOf(answer) ?? '').toLowerCase();
  const causes: Message[] = [];
  const unknownClient = say('shared/token-control/unknown-client', {
    clientId: session.signer.clientId,
  });
  const wrongKey = say('shared/token-control/wrong-key');
  if (message.includes('client') || message.includes('key not found')) causes.push(unknownClient);
  if (message.includes('signature') || message.includes('stringtosign')) causes.push(wrongKey);
  if (message.includes('timestamp')) {
    causes.push(
      say('shared/token-control/other-timestamp-form', {
        profile: profile.name,
        forms: session.settings.timestamp.accept,
      }),
      say('shared/token-control/clock-differs'),
    );
  }
  if (causes.length === 0 && /^(?!.*grant).*(?:mandatory|missing|required|header)/.test(message))
    causes.push(say('shared/token-control/header-of-its-own'));
  if (answer.status === 401 || answer.status === 403) {
    const address = say('shared/token-control/address-not-allowed');
    // Nothing speaks of the key more than of anything else.
    if (causes.length === 0) causes.push(say('run/causes/no-reason'));
    if (answer.status === 403) causes.push(address);
    causes.push(wrongKey, unknownClient, address);
  }
  return causes;
}
