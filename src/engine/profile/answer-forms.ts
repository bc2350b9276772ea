import type { Services } from '../../../schemas/generated/profile.js';
import { isObject } from '../input/text.js';

/** What a service says of X-TIMESTAMP, in requests and in answers. */
interface StatedForms {
  timestamp?: { accept?: readonly string[] };
  success?: { headers?: { timestampForms?: readonly string[] } };
}

/** What a document adds to the forms of one service's answers. */
export interface AnswerForms {
  service: string;
  /** The forms that it gives for requests, then those that answers had before. */
  forms: string[];
}

/**
 * What a document that names forms for X-TIMESTAMP of requests, and none for answers, means for answers: the forms
 * of requests are right there too, besides those of the profile that it extends. A document about answers settles them.
 *
 * @param stated what one profile states
 * @param inherited what those that it extends come to
 * @returns the services whose answers get further forms
 */
export function answerForms(
  stated: Services | undefined,
  inherited: Record<string, unknown>,
): AnswerForms[] {
  return Object.entries(stated ?? {}).flatMap(([service, settings]) => {
    const { timestamp, success } = settings as StatedForms;
    if (!timestamp?.accept || success?.headers?.timestampForms) return [];
    const before = inherited[service];
    const known = isObject(before)
      ? ((before as StatedForms).success?.headers?.timestampForms ?? [])
      : [];
    const forms = [...new Set([...timestamp.accept, ...known])];
    return forms.length > known.length ? [{ service, forms }] : [];
  });
}
