import type { Draft, Mutation } from '../../src/engine/request/draft.js';
import { say, type Text } from '../../src/messages/message.js';

/** A request to be signed, whichever service it is for. */
interface Signable extends Draft {
  signing: { algorithm: Text; encode(signature: Buffer): string };
}

/** Another way to sign; everything else stays. */
export function signing<D extends Signable>(
  name: Text,
  change: (right: D['signing'], draft: D) => Partial<D['signing']>,
): Mutation<D> {
  return {
    name,
    field: 'header X-SIGNATURE',
    apply: (draft) => ({
      ...draft,
      signing: {
        ...draft.signing,
        algorithm: say('signing/rules/and', { one: draft.signing.algorithm, other: name }),
        ...change(draft.signing, draft),
      },
    }),
  };
}

/** The right signature's bytes, changed. */
export function signatureBytes<D extends Signable>(
  name: Text,
  change: (bytes: Buffer) => Buffer,
): Mutation<D> {
  return signatureText(name, (_, bytes, encode) => encode(change(bytes)));
}

/** The right signature's text, changed. */
export function signatureText<D extends Signable>(
  name: Text,
  change: (text: string, bytes: Buffer, encode: (bytes: Buffer) => string) => string,
): Mutation<D> {
  return signing<D>(name, ({ encode }) => {
    const changed: Pick<Signable['signing'], 'encode'> = {
      encode: (bytes) => change(encode(bytes), bytes, encode),
    };
    return changed as Partial<D['signing']>;
  });
}
