import type { WireHeaders } from '../http/wire.js';
import type { InputProblem } from '../input/input-problem.js';

/** The forms in which a request can be given. */
export type GivenKind = 'curl' | 'har' | 'http' | 'headers' | 'postman' | 'json';

/** A request that a user hands over as text: pasted, exported or recorded. */
export interface GivenRequest {
  kind: GivenKind;
  /** Absent for headers alone, as are path and body. */
  method?: string;
  /** Path and query as sent. */
  path?: string;
  /** Scheme and host: `https://sandbox.example`. Absent if the text doesn't say. */
  origin?: string;
  /** In the order and letter case of the text. */
  headers: WireHeaders;
  body?: Buffer;
  /** Why the body isn't known as it was sent; thrown only when it is needed. */
  bodyProblem?: InputProblem;
  /** Why the path isn't known; thrown only when it is needed. */
  pathProblem?: InputProblem;
  /** What a shell puts into a header, by its name in lower case: `$TOKEN`. */
  open: ReadonlyMap<string, string>;
  /** The file as the user named it, for messages; of a recording with a pointer to the request. */
  place: { file: string; pointer?: string };
}

/** What a text is read with. */
export interface GivenOptions {
  /** The file as the user named it. */
  file: string;
  /** Which request of several, counted from 1. */
  entry?: number | undefined;
  /** Reads a file that a curl command names: relative to the working directory, as curl does. */
  readFile(name: string): Buffer;
}
