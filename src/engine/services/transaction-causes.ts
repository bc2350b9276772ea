import { schemes } from '../../protocol/scheme.js';
import type { Observed } from '../session/observed.js';
import type { Session } from '../session/session.js';

/** What a refused transaction says of its cause. */
export function transactionCauses(
  { answer }: Observed<'transaction'>,
  session: Session<'transaction'>,
): string[] {
  if (!answer) return [];
  const { settings, target } = session;
  const { transaction } = target;
  const message = String(answer.members?.['responseMessage'] ?? '').toLowerCase();
  const sent = Object.keys(transaction?.headers ?? {}).map((name) => name.toLowerCase());
  const causes: string[] = [];
  for (const name of ['X-PARTNER-ID', 'CHANNEL-ID'] as const) {
    if (settings.headers[name].presence === 'required' && !sent.includes(name.toLowerCase()))
      causes.push(`transaction.headers of the config has no ${name}, which the document requires`);
  }
  if (answer.status === 401) {
    if (message.includes('token'))
      causes.push(
        'the target does not know the token that its own token service gave: are both of one environment?',
      );
    if (schemes[settings.scheme].keyKind === 'secret')
      causes.push('the clientSecret of the config is not the one registered for this client');
    causes.push(
      `the target signs another path than ${transaction?.path ?? ''}: overrides can set /transaction/pathMode (now ${settings.pathMode})`,
      `the target has another scheme than ${settings.scheme}: overrides can set /transaction/scheme`,
    );
  }
  if (answer.status === 404)
    causes.push(
      'the path or the body of transaction in the config names what the target does not have',
    );
  if (answer.status === 400)
    causes.push(
      'the target misses something in transaction.body or transaction.headers of the config',
    );
  return causes;
}
