import type { TokenB2b, TokenB2b2c, Transaction } from '../../../schemas/resolved.js';

type Coded = Pick<TokenB2b | TokenB2b2c | Transaction, 'codeForm' | 'success'>;

/** The codes that tell a success from a refusal, if they are of the provider's own form. */
export function ownSuccesses(settings: object): readonly string[] | undefined {
  if (!('codeForm' in settings) || settings.codeForm !== 'own') return undefined;
  const { success } = settings as Coded;
  const codes = [success.code].flat();
  const numbers = 'codeTypes' in success && success.codeTypes.includes('integer');
  // A number has no leading zeros: 00 is 0.
  return numbers ? codes.flatMap((code) => [code, String(Number(code))]) : codes;
}
