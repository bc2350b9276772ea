import { isUtf8 } from 'node:buffer';
import { type Message, say } from '../../messages/message.js';
import { headerOf, type Sent, type WireHeaders, type WireResponse } from './wire.js';

/** A response, read as far as it can be read. */
export interface Answer {
  status: number;
  response: WireResponse;
  /** The JSON value of the body; undefined if it isn't JSON. */
  json: unknown;
  /** Why the body isn't one JSON text in UTF-8. */
  jsonProblem?: Message;
  /** The members of the body, if it is a JSON object. */
  members: Record<string, unknown> | undefined;
  /** The token, under whatever member name a client would find it. */
  token?: string;
  /** The refresh token, likewise. */
  refreshToken?: string;
  /** The response code as text, if there is one. */
  code?: string;
  /** The media type without parameters, lower case. */
  mediaType: string | undefined;
  /** The target treated the request as right: a 2xx status and no error code in the body. */
  accepted: boolean;
}

/** Levels of a body that are read; no SNAP message has more than a few. */
const deepest = 200;
const accessTokenName = /^access_?token$/i;
const refreshTokenName = /^refresh_?token$/i;

/**
 * Reads a response; undefined if there is none. Never throws, whatever came back.
 *
 * @param successes The codes of success, if codes are of the provider's own form: any other one refuses.
 */
export function readAnswer(
  { response, noAnswer }: Sent,
  successes?: readonly string[],
): Answer | undefined {
  if (!response || noAnswer) return undefined;
  const { json, jsonProblem } = parseBody(response);
  // A list is no refusal or grant either, but the schema's to judge.
  const members = Object(json) === json ? (json as Record<string, unknown>) : undefined;
  const token = members && tokenIn(members, accessTokenName);
  const refreshToken = members && tokenIn(members, refreshTokenName);
  const code = members && codeIn(members);
  return {
    status: response.status,
    response,
    json,
    ...(jsonProblem !== undefined && { jsonProblem }),
    members,
    ...(token !== undefined && { token }),
    ...(refreshToken !== undefined && { refreshToken }),
    ...(code !== undefined && { code }),
    mediaType: headerOf(response.headers, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase(),
    accepted: isSuccess(response) && !(members && isErrorBody(members, code, successes)),
  };
}

/** True for a 2xx status. */
export function isSuccess({ status }: Pick<Answer, 'status'>): boolean {
  return Math.floor(status / 100) === 2;
}

/** True for a grant: a token that isn't wrapped in a refusal. */
export function givesToken(answer: Answer | undefined): boolean {
  return answer?.accepted === true && answer.token !== undefined;
}

/** The responseMessage of the body; undefined if there is none, or if it is no text. */
export function responseMessageOf(answer: Pick<Answer, 'members'> | undefined): string | undefined {
  const message = answer?.members?.['responseMessage'];
  return typeof message === 'string' ? message : undefined;
}

/** One line on what came back: `401 4017300 "Unauthorized. Signature"`. */
export function describeAnswer(answer: Answer): Message {
  const { status, code, jsonProblem } = answer;
  return say('http/answer/seen', {
    status,
    code,
    text: responseMessageOf(answer)?.slice(0, 200),
    token: givesToken(answer),
    problem: jsonProblem,
  });
}

/** What came back, or why nothing did. */
export function describeOutcome({
  answer,
  sent,
}: {
  answer: Answer | undefined;
  sent: Pick<Sent, 'noAnswer'>;
}): Message {
  return answer ? describeAnswer(answer) : (sent.noAnswer?.message ?? say('http/no-answer/none'));
}

function parseBody({ body, undecoded, headers }: WireResponse): {
  json: unknown;
  jsonProblem?: Message;
} {
  if (undecoded !== undefined)
    return {
      json: undefined,
      jsonProblem: say('http/answer/body-undecoded', { coding: undecoded }),
    };
  if (!isUtf8(body)) return { json: undefined, jsonProblem: say('http/answer/body-not-utf-8') };
  const text = body.toString('utf8');
  const marked = text.startsWith('\uFEFF');
  const { depth, open } = nestingOf(text);
  if (depth > deepest) {
    return {
      json: undefined,
      jsonProblem: say('http/answer/body-too-deep', { levels: deepest }),
    };
  }
  try {
    const json: unknown = JSON.parse(marked ? text.slice(1) : text);
    return marked ? { json, jsonProblem: say('http/answer/byte-order-mark') } : { json };
  } catch {
    return { json: undefined, jsonProblem: describeNoJson(text, open, headers) };
  }
}

/** @param open It ends within a string, an object or a list. */
function describeNoJson(text: string, open: boolean, headers: WireHeaders): Message {
  if (text === '') return say('http/answer/body-empty');
  const announced = headerOf(headers, 'content-length');
  return open && announced !== undefined
    ? say('http/answer/body-cut', { announced })
    : say('http/answer/body-not-json', { start: text.slice(0, 40) });
}

/** How deep a JSON text goes, as far as it is worth counting: judging it, level by level, could use up the stack. */
function nestingOf(text: string): { depth: number; open: boolean } {
  let [depth, most] = [0, 0];
  let inString = false;
  for (let at = 0; at < text.length && most <= deepest; at += 1) {
    const character = text[at];
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    most = Math.max(most, depth);
  }
  return { depth: most, open: inString || depth > 0 };
}

function tokenIn(members: Record<string, unknown>, named: RegExp): string | undefined {
  for (const [name, value] of Object.entries(members)) {
    if (named.test(name) && typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function codeIn(members: Record<string, unknown>): string | undefined {
  const code = members['responseCode'] ?? members['ErrorCode'] ?? members['errorCode'];
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
}

/** An error told in the body, whatever the status says. */
function isErrorBody(
  members: Record<string, unknown>,
  code: string | undefined,
  successes: readonly string[] | undefined,
): boolean {
  if (successes ? code !== undefined && !successes.includes(code) : /^[345]/.test(code ?? ''))
    return true;
  return (
    tokenIn(members, accessTokenName) === undefined &&
    ['error', 'ErrorCode', 'errorCode'].some((name) => Object.hasOwn(members, name))
  );
}
