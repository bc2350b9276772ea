/**
 * EM of EMSA-PKCS1-v1_5: `00 01 FF … FF 00` and the content, as long as the modulus (RFC 8017,
 * section 9.2).
 *
 * @param length bytes of the modulus
 */
export function encodedMessage(length: number, content: Buffer): Buffer {
  const message = Buffer.alloc(length, 0xff);
  message[0] = 0;
  message[1] = 1;
  message[length - content.length - 1] = 0;
  content.copy(message, length - content.length);
  return message;
}
