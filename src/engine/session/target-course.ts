import { type Message, say } from '../../messages/message.js';
import { describeOutcome, responseMessageOf } from '../http/answer.js';
import type { TargetClient } from '../http/client.js';
import { headerOf, type Sent } from '../http/wire.js';
import type { Observed } from './observed.js';
import type { FaultClass, ServiceId } from './service.js';

/** Refusals of valid requests, in a row, after which the control is sent. */
const doubtedAfter = 8;

/** Milliseconds before each such control: a target may refuse all requests of one second, and no others. */
const doubtPauses = [0, 1500, 3000];

/** How a target fares in the course of a run: when it was last well, and why it is asked nothing more. */
export class TargetCourse {
  /** Requests that had been sent when a valid one was last accepted. */
  #wellUntil = 0;
  #forged = 0;
  #unansweredControls = 0;
  /** Valid requests that were refused since one was last accepted. */
  #refusedInARow = 0;
  #asking: Promise<unknown> | undefined;
  #ended: Message | undefined;

  constructor(private readonly client: TargetClient) {}

  /** A valid request was accepted. */
  accepted(): void {
    this.#wellUntil = this.client.requests;
    this.#unansweredControls = 0;
    this.#refusedInARow = 0;
  }

  /**
   * A valid request was refused. After some of them in a row the control is sent, while all who met a refusal
   * wait: it may be no fault of what they sent.
   */
  async validRefused(sendControl: () => Promise<Observed<ServiceId> | undefined>): Promise<void> {
    this.#refusedInARow += 1;
    // Before one was accepted there is nothing to doubt.
    if (this.#refusedInARow < doubtedAfter || this.#wellUntil === 0) return;
    this.#asking ??= this.#ask(sendControl).finally(() => {
      this.#asking = undefined;
    });
    await this.#asking;
  }

  async #ask(sendControl: () => Promise<Observed<ServiceId> | undefined>): Promise<void> {
    let control: Observed<ServiceId> | undefined;
    for (const pause of doubtPauses) {
      if (pause > 0) await this.client.pause(pause);
      control = await sendControl();
      if (control === undefined) return;
    }
    if (control) this.controlFailed(control);
  }

  /** A wrong request was sent. */
  refused(faultClass: FaultClass): void {
    if (faultClass === 'invalid-signature') this.#forged += 1;
  }

  /** A control that was accepted before isn't any more: refused again and again, or unanswered. */
  controlFailed(control: Pick<Observed<ServiceId>, 'sent' | 'answer'>): void {
    if (control.answer === undefined) {
      this.#unansweredControls += 1;
      if (this.#unansweredControls < 2) return;
    }
    const answer = describeOutcome(control);
    const since = this.#wellUntil + 1;
    this.#ended ??= control.answer
      ? say('run/course/refuses', {
          ...{ since, forged: this.#forged, answer },
          ...(doubtsToken(control) && { token: true }),
        })
      : say('run/course/answers-nothing', { since, why: answer });
    this.client.giveUp(control.sent);
  }

  /** Why the target is asked nothing more; undefined while it is asked. */
  get ended(): Message | undefined {
    const { gone } = this.client;
    if (this.#ended || !gone) return this.#ended;
    return say('run/course/answers-nothing', { since: this.#wellUntil + 1, why: whyOf(gone) });
  }

  /** What a report says of it. */
  notes(): Message[] {
    const { pace, absences } = this.client;
    const notes: Message[] = [];
    if (this.ended) notes.push(this.ended);
    if (absences.length > 0)
      notes.push(
        say('run/course/was-away', {
          times: absences.length,
          seconds: Math.round(Math.max(...absences) / 1000),
        }),
      );
    if (pace.finding) {
      const { askedTooMuchMs, ...finding } = pace.finding;
      notes.push(
        say('run/course/asked-for-patience', {
          ...finding,
          ...(askedTooMuchMs !== undefined && { askedSeconds: Math.round(askedTooMuchMs / 1000) }),
        }),
      );
    }
    return notes;
  }
}

/** True for a refusal that speaks of the token, to a request that carried one. */
function doubtsToken({ sent, answer }: Pick<Observed<ServiceId>, 'sent' | 'answer'>): boolean {
  const carried = headerOf(sent.request.headers, 'authorization') !== undefined;
  return carried && /token/i.test(responseMessageOf(answer) ?? '');
}

function whyOf(sent: Sent): Message {
  return describeOutcome({ answer: undefined, sent });
}
