import type { Transaction } from '../../../../schemas/resolved.js';
import { schemes } from '../../../protocol/scheme.js';
import type { Mistake } from '../../mistakes/mistake.js';
import {
  plainTransactionText,
  type TransactionValues,
  transactionLayers,
  transactionText,
} from '../../mistakes/whole/transaction-text.js';
import type { Signer } from '../signer.js';
import type { TransactionDraft } from '../transaction-draft.js';
import { type Candidate, candidatesOf, type Way } from './candidate.js';
import {
  bodyOverrides,
  delimiterOverrides,
  encodingOverrides,
  pathOverrides,
  schemeOverrides,
} from './overrides.js';
import { encodingWays, keyWays, type SignatureRule } from './signature-ways.js';
import { type Textual, textWays } from './text-ways.js';

/** Bytes of other bodies that are written at most. */
const writing = 22_000_000;

/** A transaction signed by each mistake of the catalogue that makes a difference to it, the likeliest first. */
export function transactionCandidates(
  settings: Transaction,
  signer: Signer,
  draft: TransactionDraft,
): Candidate<TransactionDraft>[] {
  const scheme = schemes[settings.scheme];
  const { accessToken } = draft;
  const rule: SignatureRule = {
    keyKind: scheme.keyKind,
    encoding: settings.signature.encoding,
    accessToken,
  };
  const texts = textWays(textual(settings, signer, draft), draft);
  const keys = keyWays<TransactionDraft>(signer, rule, documentedText(draft), (mistakes) =>
    ofOtherKey(mistakes)
      ? schemeOverrides(settings.scheme, {
          keyKind: otherKind(rule.keyKind),
          signsToken: scheme.signsToken,
        })
      : undefined,
  );
  return candidatesOf(
    [
      ...texts,
      ...keys,
      ...otherScheme(settings, texts, keys),
      ...encodingWays<TransactionDraft>(
        rule,
        scheme.signatureLength(signer.key),
        encodingOverrides('transaction'),
      ),
    ],
    draft,
  );
}

const otherKind = (kind: 'secret' | 'rsa') => (kind === 'rsa' ? 'secret' : 'rsa');

/** Signed with the other kind of key, and nothing else. */
const ofOtherKey = (mistakes: readonly Mistake[]) =>
  mistakes.length === 1 && ['scheme/rsa', 'scheme/hmac'].includes(mistakes[0]?.id ?? '');

/** The whole of another scheme: its kind of key, and the token signed or not. */
function otherScheme(
  settings: Transaction,
  texts: readonly Way<TransactionDraft>[],
  keys: readonly Way<TransactionDraft>[],
): Way<TransactionDraft>[] {
  const { keyKind, signsToken } = schemes[settings.scheme];
  const key = keys.find(({ mistakes }) => ofOtherKey(mistakes));
  const token = texts.find(({ mistakes }) =>
    ['token/without-token', 'token/with-token'].includes(mistakes[0]?.id ?? ''),
  );
  if (!key || !token) return [];
  return [
    {
      mistakes: [...key.mistakes, ...token.mistakes],
      mark: (draft) => `${key.mark(draft)} ${token.mark(draft)}`,
      apply: (draft) => {
        const { signing } = token.apply(draft);
        const { sign, algorithm } = key.apply(draft).signing;
        return { ...draft, signing: { ...signing, sign, algorithm } };
      },
      overrides: schemeOverrides(settings.scheme, {
        keyKind: otherKind(keyKind),
        signsToken: !signsToken,
      }),
    },
  ];
}

function documentedText({
  signing,
  method,
  prefix,
  path,
  accessToken,
  body,
  timestamp,
}: TransactionDraft) {
  const token = signing.token(accessToken);
  return signing.stringToSign({
    method,
    path: signing.path(`${prefix}${path}`),
    ...(token !== undefined && { accessToken: token }),
    bodyHash: signing.hash(body),
    timestamp,
  });
}

function textual(
  settings: Transaction,
  { clientId, clientSecret }: Signer,
  sent: TransactionDraft,
): Textual<TransactionValues, TransactionDraft> {
  const { signsToken, keyKind } = schemes[settings.scheme];
  const { pathMode, signedPath, bodyHash } = settings;
  return {
    layersOf: ({ method, prefix, path, origin, accessToken, body, timestamp, signing }) =>
      transactionLayers(
        {
          ...{ method, target: `${prefix}${path}`, origin, prefix },
          ...{ accessToken, body, timestamp, clientId, clientSecret },
        },
        {
          ...{ pathMode, signedPath, signsToken },
          ...{ delimiter: signing.delimiter, minify: bodyHash.minify },
        },
        'alone',
        { bytes: writing, leftOut: 0 },
      ),
    compose: transactionText,
    plain: plainTransactionText,
    overrides: (layer, mistakes, value) => {
      switch (layer) {
        case 'delimiter':
          return delimiterOverrides('transaction', value as string);
        case 'path':
          return pathOverrides(settings, sent, value as string);
        case 'body':
          return bodyOverrides(mistakes);
        case 'token':
          return value === undefined || value === sent.accessToken
            ? schemeOverrides(settings.scheme, { keyKind, signsToken: !signsToken })
            : undefined;
        default:
          return undefined;
      }
    },
  };
}
