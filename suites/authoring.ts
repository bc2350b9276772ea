/** What checks of one's own are written with: `snap-conformance/suite`. */
export { accepts } from '../src/engine/checks/accepts.js';
export { type Area, area } from '../src/engine/checks/area.js';
export type { Check, CheckContext } from '../src/engine/checks/check.js';
export { refuses } from '../src/engine/checks/refuses.js';
export { suite } from '../src/engine/config/former-suite.js';
export type { Draft, Mutation, TokenDraft } from '../src/engine/request/draft.js';
export type { TransactionDraft } from '../src/engine/request/transaction-draft.js';
export type { Observed } from '../src/engine/session/observed.js';
export { headerValue, withoutHeader } from './shared/mutations.js';
export { tokenB2b } from './token-b2b/token-b2b.js';
export { tokenB2b2c } from './token-b2b2c/token-b2b2c.js';
export { transaction } from './transaction/transaction.js';
