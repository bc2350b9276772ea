import type { FaultClass } from '../session/service.js';
import type { Confirmation } from './check.js';

/** Counts, check by check in the order of the run, what a run against a conforming target sends. */
export class Forecast {
  /** Requests so far. */
  requests = 0;
  /** Those of them that only get a token for others. */
  tokens = 0;
  /** Authorization codes so far. */
  codes = 0;
  /** Grants so far. */
  grants = 0;
  /** Requests on top of them at most, to make counterexamples smaller. */
  shrinks = 0;
  #controlSent = false;
  /** What the next request of a customer has to ask with: nothing yet, a code that no grant has used up, or what the last grant gave. */
  #asksWith: 'nothing' | 'code' | 'grant' = 'grant';
  #check = '';
  #confirmation: Confirmation | undefined;
  readonly #refused = new Set<FaultClass>();
  #settled: boolean;
  readonly #once: boolean;
  /** Refusals since the last control that had them judged. */
  #held = false;
  readonly #shared = new Set<string>();

  /**
   * @param preparing What goes with the control: requests for its tokens, and authorization codes; and how many
   * requests for a token go with each request.
   * @param how `settled`: nothing is sent that can be refused; `once`: the service may be carried out by the control
   * alone, and a request for a token confirms that the target serves the client still.
   */
  constructor(
    private readonly preparing = { requests: 0, codes: 0, tokensEach: 0 },
    { settled = false, once = false }: { settled?: boolean; once?: boolean } = {},
  ) {
    this.#settled = settled;
    this.#once = once;
  }

  /** Another check counts now. */
  begin(check: string, confirmation: Confirmation | undefined): void {
    this.#check = check;
    this.#confirmation = confirmation;
  }

  /** The control at the start of the run. */
  control(): void {
    if (this.#controlSent) return;
    this.#controlSent = true;
    this.tokensGot(this.preparing.requests);
    this.code(this.preparing.codes);
    this.granted(1);
  }

  /** Requests for tokens that requests of the service carry. */
  tokensGot(count: number): void {
    this.requests += count;
    this.tokens += count;
  }

  /** Authorization codes that a customer has to give. */
  code(count: number): void {
    this.codes += count;
  }

  /** A customer's grant can't be renewed from now on: the next request takes a code, unless one is left. */
  endRenewal(): void {
    if (this.#asksWith === 'grant') this.#asksWith = 'nothing';
  }

  granted(count: number): void {
    this.requests += count;
    this.tokensGot(count * this.preparing.tokensEach);
    this.grants += count;
    if (count === 0) return;
    this.#takeCode();
    this.#asksWith = 'grant';
  }

  refused(count: number, faultClass: FaultClass): void {
    this.requests += count;
    this.tokensGot(count * this.preparing.tokensEach);
    if (count === 0) return;
    this.#takeCode();
    this.#refused.add(faultClass);
    this.#held = true;
  }

  #takeCode(): void {
    if (this.#asksWith !== 'nothing') return;
    this.code(1);
    this.#asksWith = 'code';
  }

  /** What a property that fails adds at most. */
  shrinking(most: number): void {
    this.shrinks += most * (1 + this.preparing.tokensEach);
  }

  /** What several checks send together, and the first of them counts. */
  together(what: string, count: number): void {
    if (this.isFirst(what)) this.requests += count;
  }

  /** True for the first of the checks that send something together. */
  isFirst(what: string): boolean {
    if (this.#shared.has(what)) return false;
    this.#shared.add(what);
    return true;
  }

  /** True if the run has had a refusal of this class. */
  hasRefused(faultClass: FaultClass): boolean {
    return this.#refused.has(faultClass);
  }

  /** The control by which all refusals so far are judged. */
  settle(): void {
    if (this.#settled && !this.#held) return;
    this.#settled = true;
    this.#held = false;
    this.confirmed();
  }

  /** The end of a check that needs a control after it: one of its own, or one that it shares. */
  confirm(): void {
    if (this.#confirmation) this.#confirmation.awaitedBy.push(this.#check);
    else this.confirmed();
  }

  /** A control that confirms what was seen before it. */
  confirmed(): void {
    if (this.#once) this.tokensGot(1);
    else this.granted(1);
  }
}
