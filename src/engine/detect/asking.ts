import type { TokenB2b } from '../../../schemas/resolved.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import type { TimestampForm } from '../../protocol/timestamp.js';
import type { Answer } from '../http/answer.js';
import type { TargetPlan } from '../plan/plan.js';
import { compose } from '../request/draft.js';
import { tokenB2bDraft } from '../request/token-draft.js';
import { TargetState } from '../session/target-state.js';
import { askInEachWay } from '../session/tokens/ask-for-token.js';

/** One valid token request, as some profiles have it. */
export interface ValidRequest {
  settings: TokenB2b;
  form: TimestampForm;
}

/** What became of one. */
export interface Reply {
  accepted: boolean;
  /** Absent when nothing came back. */
  answer: Answer | undefined;
  /** What came back, in words. */
  message: string;
}

/** Asks a target for tokens in the ways of several profiles, one after another, and each way once at each path. */
export class Asking {
  readonly #state: TargetState;
  readonly #replies = new Map<string, Reply>();

  /** @param target Its limit of requests holds for all of them. */
  constructor(private readonly target: TargetPlan) {
    this.#state = new TargetState(target);
  }

  get requests(): number {
    return this.#state.client.requests;
  }

  /** What became of a request that was sent already. */
  known(path: string, request: ValidRequest): Reply | undefined {
    return this.#replies.get(`${path} ${keyOf(request)}`);
  }

  async ask(path: string, request: ValidRequest): Promise<Reply> {
    const known = this.known(path, request);
    if (known) return known;
    const reply = await this.#ask(path, request);
    this.#replies.set(`${path} ${keyOf(request)}`, reply);
    return reply;
  }

  async #ask(path: string, { settings, form }: ValidRequest): Promise<Reply> {
    const at = { ...settings, path };
    const { granted, answer, said } = await askInEachWay(this.#state, at, [form], (way) =>
      compose(
        tokenB2bDraft(at, this.#state.signer, way, this.#state.now(), this.target.tokenHeaders),
      ),
    );
    const outcome = granted
      ? say('run/control/accepted', { answer: said })
      : answer
        ? say('run/control/refused', { answer: said })
        : say('run/control/no-answer', { why: said });
    return { accepted: granted !== undefined, answer, message: render(outcome) };
  }

  close(): Promise<void> {
    return this.#state.close();
  }
}

/** What the request is made of: profiles that have it the same share it. */
export function keyOf({ settings, form }: ValidRequest): string {
  const { grantType, signature, headers, body, success } = settings;
  const { member, value } = grantType;
  const { encoding, delimiter } = signature;
  return JSON.stringify([form, member, value, encoding, delimiter, headers, body, success.code]);
}

/** The valid requests of a profile: one, or one in each form of X-TIMESTAMP that it may be sent in. */
export function requestsOf({ profile }: TargetPlan): ValidRequest[] {
  const settings = profile.services['token-b2b'];
  const { accept, alternatives } = settings.timestamp;
  return (alternatives ? accept : accept.slice(0, 1)).map((form) => ({ settings, form }));
}
