import type { Layers, Signed } from '../search/layer.js';
import { type Arrange, arrangementLayer } from '../text/arrangements.js';
import { transactionTexts } from '../text/foreign-texts.js';
import {
  delimiterLayer,
  endsLayer,
  type Finish,
  finishLayer,
  type Wrap,
} from '../text/text-layers.js';
import { type Reach, timeLayer } from '../time/time-layer.js';
import { clientIdLayer } from '../values/value-layers.js';

/** What the text of a token request is made of. */
export interface TokenValues {
  id: string;
  time: string;
  arrange: Arrange;
  delimiter: string;
  ends: Wrap;
  finish: Finish;
}

/** A token request, as far as its text may be made of it. */
export interface TokenParts {
  clientId: string;
  clientSecret?: string | undefined;
  /** X-TIMESTAMP as sent. */
  timestamp: string;
  /** As it is documented: `|`. */
  delimiter: string;
  /** Paths of the service. */
  paths: readonly string[];
  /** The body as sent, and others that senders may have signed. */
  bodies: readonly string[];
}

/** The right text of a token request, and what is taken for each part of it. */
export function tokenLayers(
  { clientId, clientSecret, timestamp, delimiter, paths, bodies }: TokenParts,
  reach: Reach,
): Layers<TokenValues> {
  return {
    arrange: arrangementLayer(
      ['id', 'time'],
      { clientSecret, body: bodies[0] },
      transactionTexts(paths, bodies),
    ),
    delimiter: delimiterLayer(delimiter),
    ends: endsLayer(delimiter),
    id: clientIdLayer(clientId),
    time: timeLayer(timestamp, reach),
    finish: finishLayer,
  };
}

/** The text before it is encoded or hashed as a whole. */
export function plainTokenText({
  id,
  time,
  arrange,
  delimiter,
  ends,
}: TokenValues): string | undefined {
  const text = arrange({ id, time }, delimiter);
  return text === undefined ? undefined : ends(text);
}

/** What is signed. */
export function tokenText(values: TokenValues): Signed | undefined {
  const text = plainTokenText(values);
  return text === undefined ? undefined : values.finish(text);
}
