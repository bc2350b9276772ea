import type { Exchange } from '../../schemas/generated/result.js';

/** The responseCode in the body of an answer; empty if there is none. */
export function responseCodeOf({ response }: Exchange): string {
  try {
    const { responseCode } = JSON.parse(response?.body.text ?? '') as { responseCode?: unknown };
    return ['string', 'number'].includes(typeof responseCode) ? String(responseCode) : '';
  } catch {
    return '';
  }
}
