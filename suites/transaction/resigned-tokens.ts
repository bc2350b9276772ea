import { createPublicKey } from 'node:crypto';
import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { type Message, say } from '../../src/messages/message.js';
import { signedByKey, signedBySecret } from './altered-tokens.js';
import { accessToken } from './token-mutations.js';

type Context = CheckContext<'transaction'>;

/** The control with its token signed again, by whatever a careless verifier may take for the server's key. */
export function resignedTokens(t: Context): readonly Mutation<TransactionDraft>[] {
  const { key, clientId } = t.session.signer;
  const secrets: [secret: string, name: Message][] = [
    [publicKeyOf(t), say('transaction/token/signed-by-public-key')],
    [clientId, say('transaction/token/signed-by-client-id')],
    ['', say('transaction/token/signed-by-nothing')],
  ];
  return [
    accessToken(
      t,
      (token) => signedByKey(token, key, false),
      say('transaction/token/signed-by-client'),
    ),
    accessToken(
      t,
      (token) => signedByKey(token, key, true),
      say('transaction/token/signed-by-key-in-header'),
    ),
    ...secrets.map(([secret, name]) =>
      accessToken(t, (token) => signedBySecret(token, secret), name),
    ),
  ];
}

function publicKeyOf({ session }: Context): string {
  return createPublicKey(session.signer.key).export({ type: 'spki', format: 'pem' }) as string;
}
