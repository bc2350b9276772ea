import { recordExchange } from '../evidence/evidence.js';
import { describeAnswer, readAnswer } from '../http/answer.js';
import { compose } from '../request/draft.js';
import type { Signer } from '../request/signer.js';
import { tokenB2bDraft } from '../request/token-draft.js';
import type { TargetState } from './target-state.js';

/** A token, or why there is none. */
export type TokenFinding =
  | { token: string; seconds: number | undefined; since: number }
  | { token: undefined; outcome: 'refused' | 'no-answer'; message: string; exchanges: string[] };

/** Where an answer doesn't say how long its token lives. */
const unknownLifeMs = 60_000;

/** The tokens that transactions carry: asked for once, and again before they expire. */
export class AccessTokens {
  readonly #held = new Map<Signer, { finding: Promise<TokenFinding>; until: number }>();

  constructor(private readonly state: TargetState) {}

  /** A token of this client with some of its life left. */
  async get(signer: Signer = this.state.signer): Promise<TokenFinding> {
    const held = this.#held.get(signer);
    if (held && held.until > Date.now()) return held.finding;
    const entry = { finding: this.fetch(signer), until: Number.POSITIVE_INFINITY };
    this.#held.set(signer, entry);
    const found = await entry.finding;
    // An unfounded refusal now may be a grant later. A token is used for half of its life, so that one
    // that dies somewhat early is no trouble but for the check that looks for it.
    const life = found.token === undefined ? 0 : lifeMs(found.seconds) * 0.5;
    entry.until = Date.now() + life;
    return found;
  }

  /** A new token of this client, whatever is held. */
  async fetch(signer: Signer): Promise<TokenFinding> {
    const { target, client, redactor } = this.state;
    const settings = target.profile.services['token-b2b'];
    const forms = [...new Set([this.state.tokenForm, ...settings.timestamp.accept])];
    for (const form of settings.timestamp.alternatives ? forms : forms.slice(0, 1)) {
      const draft = tokenB2bDraft(settings, signer, form, this.state.now());
      const since = Date.now();
      const sent = await client.send(await compose(draft));
      const answer = readAnswer(sent);
      if (answer?.token !== undefined) {
        redactor.learn(answer.token);
        if (answer.accepted) {
          this.state.tokenForm = form;
          const seconds = Number(answer.members?.['expiresIn'] ?? Number.NaN);
          return {
            token: answer.token,
            seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
            since,
          };
        }
      }
      if (answer && form !== forms.at(-1) && settings.timestamp.alternatives) continue;
      const id = this.state.nextExchangeId();
      this.state.keep(
        recordExchange(id, sent, { target: target.name, purpose: 'control' }, (text) =>
          redactor.text(text),
        ),
      );
      const said = answer ? describeAnswer(answer) : (sent.noAnswer?.message ?? 'no answer');
      return {
        token: undefined,
        outcome: answer ? 'refused' : 'no-answer',
        message: `there is no access token to call the transaction with: ${redactor.text(said)}`,
        exchanges: [id],
      };
    }
    throw new Error('a profile accepts at least one form of timestamp');
  }
}

function lifeMs(seconds: number | undefined): number {
  return seconds === undefined ? unknownLifeMs : seconds * 1000;
}
