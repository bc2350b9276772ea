import type { Message, MessageId } from '../../messages/message.js';
import { catalogue, type MistakeId } from './catalogue/catalogue.js';
import type { MistakeKind } from './catalogue/kind.js';

/** A mistake as one signature shows it. */
export interface Mistake {
  id: MistakeId;
  /** What its sentence names: the timestamp that was signed. */
  with?: Message['with'];
}

/** A value that a sender may have used in the place of the right one, and the mistakes that lead to it. */
export interface Option<T> {
  mistakes: readonly Mistake[];
  value: T;
}

/** An option that one mistake makes. */
export function option<T>(value: T, id: MistakeId, parameters?: Message['with']): Option<T> {
  return { value, mistakes: [parameters === undefined ? { id } : { id, with: parameters }] };
}

/** How rare mistakes are together: the sum of theirs in the catalogue. */
export function rarityOf(mistakes: readonly Mistake[]): number {
  return mistakes.reduce((sum, { id }) => sum + kindOf(id).rarity, 0);
}

/** The sentence of a mistake, which completes "signed …". */
export function sentenceOf({ id, with: parameters }: Mistake): Message {
  const message: MessageId = kindOf(id).says ?? (`mistakes/${id}` as MessageId);
  return parameters === undefined ? { id: message } : { id: message, with: parameters };
}

export function kindOf(id: MistakeId): MistakeKind {
  return catalogue[id];
}
