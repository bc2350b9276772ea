/**
 * One ASN.1 value: tag, length, content (X.690, sections 8.1 and 10.1).
 *
 * @param lengthBytes writes the length in the long form with so many bytes, which BER allows and DER
 * forbids if fewer are enough; without it the length is as short as DER demands
 */
export function asn1(tag: number, content: Buffer, lengthBytes?: number): Buffer {
  const { length } = content;
  const needed = length < 0x80 ? 0 : length < 0x100 ? 1 : 2;
  const count = lengthBytes ?? needed;
  const head = count === 0 ? Buffer.from([tag, length]) : Buffer.alloc(2 + count, 0);
  if (count > 0) {
    head[0] = tag;
    head[1] = 0x80 | count;
    head.writeUIntBE(length, 2, count);
  }
  return Buffer.concat([head, content]);
}
