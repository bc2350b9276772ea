import { type DocumentedClass, faultClasses } from '../../protocol/fault-classes.js';
import type { SignedServiceId } from '../../protocol/services.js';

/** What a document says that has no answer to any of a service's fault classes. */
export function noAnswers<S extends SignedServiceId>(service: S) {
  const entries = faultClasses[service].map((faultClass) => [faultClass, 'unspecified']);
  return Object.fromEntries(entries) as Record<DocumentedClass<S>, 'unspecified'>;
}
