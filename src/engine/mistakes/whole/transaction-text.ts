import { type MinifyRule, minify } from '../../../protocol/minify.js';
import { bodyLayer } from '../body/body-layer.js';
import type { Rendering, WritingBudget } from '../body/rendering.js';
import { type PathRule, pathLayer } from '../path/path-layer.js';
import type { Layers, Signed } from '../search/layer.js';
import { type Arrange, arrangementLayer } from '../text/arrangements.js';
import { tokenTexts } from '../text/foreign-texts.js';
import {
  delimiterLayer,
  endsLayer,
  type Finish,
  finishLayer,
  type Wrap,
} from '../text/text-layers.js';
import { type Reach, timeLayer } from '../time/time-layer.js';
import { type HashForm, hashLayer } from '../values/hash-layer.js';
import { methodLayer, tokenLayer } from '../values/value-layers.js';

/** What the text of a transaction is made of. */
export interface TransactionValues {
  method: string;
  path: string;
  token: string | undefined;
  body: Rendering;
  hash: HashForm;
  time: string;
  arrange: Arrange;
  delimiter: string;
  ends: Wrap;
  finish: Finish;
}

/** A transaction, as far as its text may be made of it. */
export interface SignedTransaction {
  method: string;
  /** Path with the base URL's prefix, and the query, as sent. */
  target: string;
  /** Scheme and host of the URL, if known. */
  origin?: string | undefined;
  /** Path of the base URL, if known. */
  prefix?: string | undefined;
  accessToken?: string | undefined;
  body: Buffer | undefined;
  /** X-TIMESTAMP as sent. */
  timestamp: string;
  clientId?: string | undefined;
  clientSecret?: string | undefined;
}

/** What a document says of the text. */
export interface TransactionTextRule extends PathRule {
  /** As it stands in the text: `:`. */
  delimiter: string;
  minify: MinifyRule;
  signsToken: boolean;
}

/** A longer body isn't looked for in the text. */
export const longestBody = 64_000;

/** The right text of a transaction, and what is taken for each part of it. */
export function transactionLayers(
  sent: SignedTransaction,
  rule: TransactionTextRule,
  reach: Reach,
  writing: WritingBudget,
): Layers<TransactionValues> {
  const { method, body, timestamp, accessToken, clientId, clientSecret, origin, prefix } = sent;
  const small =
    body && body.length <= longestBody ? minify(body, rule.minify).toString('utf8') : undefined;
  return {
    arrange: arrangementLayer(
      ['method', 'path', 'token', 'hash', 'time'],
      { clientId, clientSecret, body: small },
      tokenTexts(clientId),
    ),
    delimiter: delimiterLayer(rule.delimiter),
    ends: endsLayer(rule.delimiter),
    method: methodLayer(method),
    path: pathLayer(sent.target, rule, { origin, prefix }, reach === 'alone' ? 1 : 2),
    token: tokenLayer(accessToken, rule.signsToken, { clientId, clientSecret }),
    body: bodyLayer(body, rule.minify, writing),
    hash: hashLayer(clientSecret),
    time: timeLayer(timestamp, reach),
    finish: finishLayer,
  };
}

/** The text before it is encoded or hashed as a whole. */
export function plainTransactionText(values: TransactionValues): string | undefined {
  const { method, path, token, time } = values;
  const hash = values.hash(values.body);
  if (hash === undefined) return undefined;
  const text = values.arrange({ method, path, token, hash, time }, values.delimiter);
  return text === undefined ? undefined : values.ends(text);
}

/** What is signed. */
export function transactionText(values: TransactionValues): Signed | undefined {
  const text = plainTransactionText(values);
  return text === undefined ? undefined : values.finish(text);
}
