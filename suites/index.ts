/** What a suite of one's own is written with: `snap-conformance/suite`. */
export { accepts } from '../src/engine/checks/accepts.js';
export type { Check, CheckContext } from '../src/engine/checks/check.js';
export { refuses } from '../src/engine/checks/refuses.js';
export type { Draft, Mutation, TokenDraft } from '../src/engine/draft.js';
export type { Observed } from '../src/engine/session.js';
export { suite } from '../src/engine/suite.js';
export type { TransactionDraft } from '../src/engine/transaction-draft.js';
export { headerValue, withoutHeader } from './shared/mutations.js';
export { tokenB2b } from './token-b2b/service.js';
export { tokenB2b2c } from './token-b2b2c/service.js';
export { transaction } from './transaction/service.js';
