import { area } from '../../src/engine/checks/area.js';
import { judged } from '../../src/engine/checks/judged.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { burst, burstSize } from './burst.js';
import { noMixing } from './no-mixing.js';
import { tokenB2b } from './token-b2b.js';
import { tokensUnpredictable } from './tokens-unpredictable.js';

export const security = area(tokenB2b, 'security', [
  tokensUnpredictable,
  noMixing,
  judged('rate-limit-answer', {
    over: 'answers 429',
    prepare: burst,
    forecast: (t, forecast) => forecast.granted(burstSize(t)),
    otherwise: inapplicable(say('token-b2b/security/no-answer-429')),
  }),
]);
