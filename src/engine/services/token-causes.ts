import type { TokenServiceId } from '../../protocol/services.js';
import type { Observed } from '../session/observed.js';
import type { Session } from '../session/session.js';

/** What a refused token request says of its cause. */
export function tokenCauses(observed: Observed, session: Session): string[] {
  const causes = requestCauses(observed, session);
  const message = String(observed.answer?.members?.['responseMessage'] ?? '').toLowerCase();
  if (!message.includes('grant')) return causes;
  const { member, value } = session.settings.grantType;
  return [...causes, `the target asks for another grant type than ${member}: ${value}`];
}

/** What a refused request of either token service says of its cause, grant types aside. */
export function requestCauses<S extends TokenServiceId>(
  { answer }: Observed<S>,
  session: Session<S>,
): string[] {
  if (!answer) return [];
  const { path } = session.settings;
  const { profile } = session.target;
  if (answer.status === 404) {
    return [
      `the path ${path} of profile ${profile.name} is not the target's: check baseUrl (its path is kept as a prefix) and the profile`,
    ];
  }
  const message = String(answer.members?.['responseMessage'] ?? '').toLowerCase();
  const causes: string[] = [];
  const unknownClient = `the client id ${session.signer.clientId} is not registered at this target, or for another environment`;
  const wrongKey =
    'the public key registered for this client is not the one of the configured private key';
  if (message.includes('client') || message.includes('key not found')) causes.push(unknownClient);
  if (message.includes('signature') || message.includes('stringtosign')) causes.push(wrongKey);
  if (message.includes('timestamp')) {
    causes.push(
      `the target takes another form of X-TIMESTAMP than profile ${profile.name} says: ${session.settings.timestamp.accept.join(', ')}`,
      "the target's clock differs from this machine's",
    );
  }
  if (answer.status === 401 || answer.status === 403) {
    causes.push(
      wrongKey,
      unknownClient,
      "the address of this machine is not on the target's list of allowed addresses",
    );
  }
  return causes;
}
