/** A body that grew beyond what is read of an answer. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';

  /** @param coding The content coding that was undone for that. */
  constructor(readonly coding?: string) {
    super('too large');
  }
}
