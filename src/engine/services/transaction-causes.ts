import { type Message, say } from '../../messages/message.js';
import { schemes } from '../../protocol/scheme.js';
import { responseMessageOf } from '../http/answer.js';
import { strayCharacter } from '../input/stray-character.js';
import type { Observed } from '../session/observed.js';
import type { Session } from '../session/session.js';

/** What a refused transaction says of its cause. */
export function transactionCauses(
  { answer }: Observed<'transaction'>,
  session: Session<'transaction'>,
): Message[] {
  if (!answer) return [];
  const { settings, target } = session;
  const { transaction } = target;
  const message = (responseMessageOf(answer) ?? '').toLowerCase();
  const sent = Object.keys(transaction?.headers ?? {}).map((name) => name.toLowerCase());
  const causes: Message[] = [];
  for (const name of ['X-PARTNER-ID', 'CHANNEL-ID'] as const) {
    const { presence, value } = settings.headers[name];
    const lacking = value === undefined && !sent.includes(name.toLowerCase());
    if (presence === 'required' && lacking)
      causes.push(say('transaction/control/header-not-in-config', { header: name }));
  }
  if (message.includes('timestamp'))
    causes.push(
      say('shared/token-control/other-timestamp-form', {
        profile: target.profile.name,
        forms: settings.timestamp.accept,
      }),
      say('shared/token-control/clock-differs'),
    );
  if (answer.status === 401) {
    if (message.includes('token')) causes.push(say('transaction/control/token-unknown'));
    const named = /signature|stringtosign|token|timestamp/.test(message);
    if (!named) causes.push(say('run/causes/no-reason'));
    if (schemes[settings.scheme].keyKind === 'secret') {
      const stray = strayCharacter(target.client.clientSecret ?? '', true);
      if (stray !== undefined)
        causes.unshift(say('transaction/control/secret-with-stray-character', { stray }));
      causes.push(say('transaction/control/wrong-secret'));
    }
    causes.push(
      say('transaction/control/signs-another-path', {
        path: transaction?.path ?? '',
        mode: settings.pathMode,
      }),
      say('transaction/control/another-scheme', { scheme: settings.scheme }),
    );
  }
  if (answer.status === 404) causes.push(say('transaction/control/not-there'));
  if (answer.status === 400) causes.push(say('transaction/control/something-missing'));
  return causes;
}
