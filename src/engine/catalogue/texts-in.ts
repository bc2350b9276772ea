import type { Translation } from '../../../schemas/generated/translations.js';
import type { Language } from '../../messages/message.js';
import type { Requirement } from './catalogue.js';
import { loadTranslations } from './translations.js';

/** The texts of a requirement in a language; those of an own requirement stay as they are written. */
export function textsIn(
  requirement: Pick<Requirement, 'id' | keyof Translation>,
  language: Language,
): Translation {
  return (language !== 'en' && loadTranslations(language).get(requirement.id)) || requirement;
}
