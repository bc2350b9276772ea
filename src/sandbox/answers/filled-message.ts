/** The longest message of the standard (ASPI, responseMessage), in characters. */
export const longestMessage = 150;

/** Pads a message with full stops to a length in characters. */
export function filledMessage(message: unknown, length: number): string {
  return String(message).padEnd(length, '.');
}
