import type { Services } from '../../../../schemas/generated/profile.js';
import type { Transaction } from '../../../../schemas/resolved.js';
import { type SchemeName, schemes } from '../../../protocol/scheme.js';
import type { SignatureEncoding } from '../../../protocol/signature.js';
import { signedPath } from '../../../protocol/signed-path.js';
import type { Mistake } from '../../mistakes/mistake.js';
import type { TransactionDraft } from '../transaction-draft.js';

/** Services whose signature has a delimiter and an encoding. */
export type SigningService = 'token-b2b' | 'token-b2b2c' | 'transaction';

/** What of a profile says that another delimiter is signed; undefined for one that it can't say. */
export function delimiterOverrides(service: SigningService, value: string): Services | undefined {
  if (value.length > 2) return undefined;
  return { [service]: { signature: { delimiter: value === '' ? 'none' : value } } };
}

/** What says that the signature is written so. */
export const encodingOverrides =
  (service: SigningService) =>
  (encoding: SignatureEncoding): Services => ({ [service]: { signature: { encoding } } });

/** What says that transactions have another scheme: one with this kind of key, and the token signed or not. */
export function schemeOverrides(
  scheme: SchemeName,
  { keyKind, signsToken }: { keyKind: 'secret' | 'rsa'; signsToken: boolean },
): Services | undefined {
  const right = schemes[scheme];
  const name = (Object.keys(schemes) as SchemeName[]).find((each) => {
    const other = schemes[each];
    return (
      other.keyKind === keyKind &&
      other.signsToken === signsToken &&
      // The request is sent as it was: with its token, or without.
      other.carriesToken === right.carriesToken
    );
  });
  return name === undefined || name === scheme ? undefined : { transaction: { scheme: name } };
}

const modes = ['with-query', 'no-query', 'sorted-query'] as const;

/** What says that this is the path that is signed: another rule for the query, or a prefix cut or added. */
export function pathOverrides(
  { pathMode, signedPath: rule }: Pick<Transaction, 'pathMode' | 'signedPath'>,
  { prefix, path }: Pick<TransactionDraft, 'prefix' | 'path'>,
  value: string,
): Services | undefined {
  const target = `${prefix}${path}`;
  const mode = modes.find((each) => signedPath(target, each, rule) === value);
  if (mode !== undefined) return { transaction: { pathMode: mode } };
  const whole = signedPath(target, pathMode);
  const change = changeOf(whole, value);
  const made = change && signedPath(target, pathMode, change) === value;
  return made ? { transaction: { signedPath: change } } : undefined;
}

/** How a gateway would have made one path of the other. */
function changeOf(whole: string, value: string): { cut: string; add: string } | undefined {
  const part = (text: string) => (/^\/[^?#]*[^/?#]$/.test(text) ? text : undefined);
  if (whole === value) return { cut: 'none', add: 'none' };
  if (whole.endsWith(value)) {
    const cut = part(whole.slice(0, whole.length - value.length));
    return cut === undefined ? undefined : { cut, add: 'none' };
  }
  if (!value.endsWith(whole)) return undefined;
  const add = part(value.slice(0, value.length - whole.length));
  return add === undefined ? undefined : { cut: 'none', add };
}

const minifyRules = {
  'body/minified': 'standard',
  'body/raw': 'raw',
  'body/white-space-removed': 'all-white-space',
} as const;

/** What says that another text of the body is hashed. */
export function bodyOverrides(mistakes: readonly Mistake[]): Services | undefined {
  const [id] = mistakes.map((mistake) => mistake.id);
  const rule = minifyRules[id as keyof typeof minifyRules];
  return rule === undefined ? undefined : { transaction: { bodyHash: { minify: rule } } };
}
