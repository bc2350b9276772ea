import type { WireHeaders, WireRequest } from '../http/wire.js';
import { type Draft, layOut } from './draft.js';

/** The two services of a signature utility. */
export type UtilityPart = 'auth' | 'service';

/** A request to a signature utility: it asks for a signature and bears none. */
export interface UtilityDraft extends Draft {
  /** What the utility is given beside X-TIMESTAMP and the body. */
  headers: WireHeaders;
  /** The text that it is to sign, from the request as it is sent. */
  stringToSign(draft: UtilityDraft): string;
  /** How it is to sign, in words. */
  algorithm: string;
}

/** Lays a request out; what the evidence shows as signed is what the target is to sign. */
export async function composeUtility(draft: UtilityDraft): Promise<WireRequest> {
  const { algorithm, body } = draft;
  return layOut(draft, { stringToSign: draft.stringToSign(draft), algorithm }, [
    ...(body === undefined ? [] : ([['Content-Type', draft.contentType]] as WireHeaders)),
    ['X-TIMESTAMP', draft.timestamp],
    ...draft.headers,
  ]);
}
