import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { say, type Text } from '../../src/messages/message.js';
import { type BodyKind, mediaTypes, writeTokenBody } from '../../src/protocol/token-body.js';
import { contentType, withBody } from '../shared/token-mutations.js';
import { ofBody } from './request-body.js';

/** The right body written in the other way, of the media type that goes with that. */
function written(
  { settings: { grantType } }: CheckContext<'token-b2b'>,
  kind: BodyKind,
  name: Text,
): Mutation {
  const encoded = withBody(writeTokenBody({ [grantType.member]: grantType.value }, kind), name);
  const typed = contentType(mediaTypes[kind], name);
  return { ...encoded, apply: (draft) => typed.apply(encoded.apply(draft)) };
}

/** A document has the body written in one way, and the other is refused. */
export const otherBodyKinds: readonly Check<'token-b2b'>[] = [
  ofBody(
    'json',
    refuses('rejects-form-encoded', {
      as: 'other',
      probes: (t) => [written(t, 'form', say('token-b2b/body/form-encoded'))],
    }),
  ),
  ofBody(
    'form',
    refuses('rejects-json', {
      as: 'other',
      probes: (t) => [written(t, 'json', say('token-b2b/body/json'))],
    }),
  ),
];
