import { type Message, say } from '../../../messages/message.js';
import type { Redactor } from '../../evidence/redact.js';
import type { CustomerPlan } from '../../plan/plan.js';
import type { ControlState } from '../control-state.js';
import { AuthCodes, type CodeFinding } from './auth-codes.js';

/** What a request asked with. */
export interface Asked {
  authCode?: unknown;
  refreshToken?: unknown;
}

/** What a run holds to ask for a customer's tokens with: a code that isn't used yet, or a refresh token. */
export class CustomerGrants {
  /** The code of the next request that needs one. */
  code: string | undefined;
  /** The refresh token that is good now. */
  refreshToken: string | undefined;
  /** The one that was given last, whatever became of it. */
  latestRefreshToken: string | undefined;
  /** The one before it. */
  formerRefreshToken: string | undefined;
  /** The code that was used last. */
  usedCode: string | undefined;
  /** True once there was a grant. */
  established = false;
  /** False if the target takes no refresh token: each valid request then needs a code. */
  renews = true;
  /** The token that transactions carry. */
  accessToken: string | undefined;
  /** The one request for it, which all transactions wait for; its result says why it can't be had. */
  accessTokenAsked: Promise<ControlState | undefined> | undefined;
  /** Why there is no code. */
  problem: Message = say('token-b2b2c/codes/none-asked-for');
  readonly #codes: AuthCodes;
  readonly #expired: AuthCodes | undefined;

  constructor(
    readonly plan: CustomerPlan,
    redactor: Redactor,
    ca: string | undefined,
  ) {
    this.#codes = new AuthCodes(plan.authCodes, 'authCodes', redactor, ca);
    this.#expired =
      plan.expiredAuthCodes &&
      new AuthCodes(plan.expiredAuthCodes, 'expiredAuthCodes', redactor, ca);
  }

  /** The same for a further service, which asks for a token of its own. */
  again(): this {
    this.accessToken = undefined;
    this.accessTokenAsked = undefined;
    return this;
  }

  /** The refresh token to ask with; undefined if a code is needed. */
  get renewal(): string | undefined {
    return this.renews ? this.refreshToken : undefined;
  }

  /** A code of its own. */
  nextCode(): Promise<CodeFinding> {
    return this.#codes.next();
  }

  /** A code that was good once; undefined if the config names none. */
  async expiredCode(): Promise<CodeFinding | undefined> {
    return this.#expired?.next();
  }

  /** Sees to it that the next request has something to ask with; says why if it hasn't. */
  async ready(): Promise<Message | undefined> {
    if (this.renewal !== undefined || this.code !== undefined) return undefined;
    const found = await this.nextCode();
    if ('code' in found) {
      this.code = found.code;
      return undefined;
    }
    this.problem = found.problem;
    return found.problem;
  }

  /** Has the next request use a new code: what was sent last may have ended the refresh token. */
  forgetRefreshToken(): void {
    this.refreshToken = undefined;
  }

  /** The control itself was refused: if one was accepted before, what it was asked with must have ended. */
  refused({ authCode, refreshToken }: Asked): void {
    if (!this.established) return;
    if (refreshToken === this.refreshToken) this.refreshToken = undefined;
    if (authCode === this.code) this.code = undefined;
  }

  /** A grant came: what it was asked with is used up, and what it gave is held. */
  granted(asked: Asked, given: string | undefined, own: boolean): void {
    this.established = true;
    if (this.code !== undefined && asked.authCode === this.code) {
      this.usedCode = this.code;
      this.code = undefined;
    }
    if (own && given !== undefined) {
      this.formerRefreshToken = this.latestRefreshToken;
      this.refreshToken = given;
      this.latestRefreshToken = given;
    } else if (!own && asked.refreshToken === this.refreshToken) this.refreshToken = undefined;
  }
}

/** What a run holds of its customer. */
export function grantsOf({ customer }: { customer: CustomerGrants | undefined }): CustomerGrants {
  if (!customer) throw new Error('nothing of this service is tested without a customer');
  return customer;
}
