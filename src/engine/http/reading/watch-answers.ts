import type { Socket } from 'node:net';
import { type Message, say } from '../../../messages/message.js';
import { beginProblem, readHead } from './answer-head.js';

/** Bytes that the head of an answer may have; node's own limit is the same. */
const longestHead = 16 * 1024;
/** Bytes of interim answers that are passed over, for one request. */
const mostInterim = 1024 * 1024;

/** An answer that no client can read, or that nobody asked for. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';

  constructor(readonly said: Message) {
    super('unreadable answer');
  }
}

/**
 * Looks at what comes over a connection before an HTTP library does. Interim answers (1xx, RFC 9110 section 15.2) are
 * passed over, whichever they are and however many: libraries break off at a 100 that they didn't ask for. A head that
 * can't be read ends the connection with an {@link UnreadableAnswer}: what libraries say of it is about themselves.
 *
 * @param onInterim Told the status of each interim answer.
 */
export function watchAnswers<S extends Socket>(
  socket: S,
  onInterim: (status: number) => void = () => {},
): S {
  const watch = new AnswerWatch((error) => socket.destroy(error), onInterim);
  const { push, write } = socket;
  socket.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (!Buffer.isBuffer(chunk)) return push.call(socket, chunk, encoding);
    const passed = watch.receive(chunk);
    return passed.length === 0 || push.call(socket, passed);
  };
  socket.write = ((...words: Parameters<typeof write>) => {
    const [data] = words as [unknown];
    if (typeof data === 'string' && beginsRequest(data)) watch.asked();
    return write.apply(socket, words);
  }) as typeof write;
  return socket;
}

/** Bodies are written as bytes, and the sizes of their chunks have no such line. */
function beginsRequest(text: string): boolean {
  return text.slice(0, text.indexOf('\r\n')).endsWith(' HTTP/1.1');
}

const nothing = Buffer.alloc(0);
const cr = 13;
const lf = 10;
/** A header that goes on over a further line: a client has to read a space there (RFC 9112 section 5.2). */
const fold = /\r\n[ \t]+/g;

class AnswerWatch {
  /** What comes is: of no request, the head of an answer, its body, or of no more interest. */
  #state: 'unasked' | 'head' | 'body' | 'ended' = 'unasked';
  #held: Buffer = nothing;
  #interim = 0;

  constructor(
    private readonly end: (error: UnreadableAnswer) => void,
    private readonly onInterim: (status: number) => void,
  ) {}

  /** A request was written. */
  asked(): void {
    if (this.#state === 'unasked' && this.#held.length > 0) {
      const message = this.#problemOfStart() ?? say('http/head/unasked');
      // A library that is about to write doesn't expect the connection to end meanwhile: its idle timer would go on.
      queueMicrotask(() => this.#fail(message));
      return;
    }
    this.#state = 'head';
    this.#held = nothing;
    this.#interim = 0;
  }

  /** Takes what came, and gives what is to be passed on. */
  receive(chunk: Buffer): Buffer {
    switch (this.#state) {
      case 'body':
        return chunk;
      case 'ended':
        return nothing;
      case 'unasked':
        // One chunk is enough to tell what it is.
        if (this.#held.length === 0) this.#held = chunk;
        return nothing;
      default:
        this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
        return this.#takeHead();
    }
  }

  #takeHead(): Buffer {
    for (;;) {
      // An empty line before the status line is passed over (RFC 9112 section 2.2).
      while (this.#held[0] === cr && this.#held[1] === lf) this.#held = this.#held.subarray(2);
      const end = this.#held.indexOf('\r\n\r\n');
      if (end === -1 || end > longestHead) return this.#wait();
      const text = this.#held.toString('latin1', 0, end);
      const unfolded = text.replace(fold, ' ');
      const read = readHead(unfolded);
      if ('problem' in read) return this.#fail(read.problem);
      const { status } = read.head;
      if (status === 101) return this.#fail(say('http/head/switched'));
      if (status >= 200) return this.#passOn(unfolded, end);
      this.onInterim(status);
      this.#interim += end;
      if (this.#interim > mostInterim) return this.#fail(say('http/head/interim-without-end'));
      this.#held = this.#held.subarray(end + 4);
    }
  }

  /** There is no whole head yet. */
  #wait(): Buffer {
    const problem = this.#problemOfStart();
    if (problem) return this.#fail(problem);
    if (this.#held.length > longestHead)
      return this.#fail(say('http/head/too-long', { kibibytes: longestHead / 1024 }));
    return nothing;
  }

  #problemOfStart(): Message | undefined {
    const start = this.#held.toString('latin1', 0, longestHead);
    // A CR at the end may belong to a CRLF.
    if (start === '' || start === '\r') return undefined;
    const begin = beginProblem(start.slice(0, 64));
    if (begin) return begin;
    return /[^\r]\n/.test(start) ? say('http/head/bare-line-end', { end: 'LF' }) : undefined;
  }

  #passOn(head: string, end: number): Buffer {
    const whole = this.#held;
    this.#held = nothing;
    this.#state = 'body';
    if (head.length === end) return whole;
    return Buffer.concat([Buffer.from(head, 'latin1'), whole.subarray(end)]);
  }

  #fail(message: Message): Buffer {
    this.#state = 'ended';
    this.#held = nothing;
    this.end(new UnreadableAnswer(message));
    return nothing;
  }
}
