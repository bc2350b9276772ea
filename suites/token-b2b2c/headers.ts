import { area } from '../../src/engine/checks/area.js';
import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { unknownClientId, unknownClientIdExamples } from '../shared/arbitraries/realistic.js';
import {
  rejectsFurtherHeaderForm,
  rejectsMissingFurtherHeader,
} from '../shared/further-headers.js';
import { rejectsMissingTimestamp } from '../shared/missing-timestamp.js';
import { clientId, contentType, withoutHeader } from '../shared/token-mutations.js';
import { tokenB2b2c } from './token-b2b2c.js';

function rejectsMissing(name: string, header: string): Check<'token-b2b2c'> {
  return refuses(name, {
    as: 'missing-field',
    field: header,
    probes: () => [withoutHeader(header)],
  });
}

export const headers = area(tokenB2b2c, 'headers', [
  rejectsMissingTimestamp(),
  rejectsMissing('rejects-missing-client-key', 'X-CLIENT-KEY'),
  rejectsMissing('rejects-missing-signature', 'X-SIGNATURE'),
  rejectsMissingFurtherHeader(),
  rejectsFurtherHeaderForm(),
  refuses('rejects-unknown-client', {
    as: 'unknown-client',
    field: 'X-CLIENT-KEY',
    property: () => unknownClientId,
    examples: () => unknownClientIdExamples,
    mutate: (id: string) => clientId(id, say('shared/request/unknown-client')),
  }),
  refuses('rejects-text-plain', {
    // 400 and 415 both say so.
    as: 'other',
    field: 'Content-Type',
    settings: ['/contentType'],
    when: ({ settings }) => {
      if (settings.contentType !== 'refuse')
        throw inapplicable(say('token-b2b2c/headers/media-types-open'));
    },
    probes: () => [
      contentType(
        'text/plain',
        say('token-b2b2c/headers/content-type', { mediaType: 'text/plain' }),
      ),
    ],
  }),
]);
