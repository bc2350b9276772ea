import type { Text } from '../../messages/message.js';
import type { WireHeaders, WireRequest } from '../http/wire.js';
import { type Draft, layOut } from './draft.js';

/** The two services of a signature utility. */
export type UtilityPart = 'auth' | 'service';

/** A request to a signature utility. It asks for a signature and carries none. */
export interface UtilityDraft extends Draft {
  /** What the utility is given besides X-TIMESTAMP and the body. */
  headers: WireHeaders;
  /** The text that the utility should sign, from the request as it is sent. */
  stringToSign(draft: UtilityDraft): string;
  /** How the utility should sign, in words. */
  algorithm: Text;
}

/** Puts a request together. The evidence shows as signed what the target should sign. */
export async function composeUtility(draft: UtilityDraft): Promise<WireRequest> {
  const { algorithm, body } = draft;
  return layOut(draft, { stringToSign: draft.stringToSign(draft), algorithm }, [
    ...(body === undefined ? [] : ([['Content-Type', draft.contentType]] as WireHeaders)),
    ['X-TIMESTAMP', draft.timestamp],
    ...draft.headers,
  ]);
}
