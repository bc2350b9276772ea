import type { Presence } from '../../../schemas/generated/profile.js';
import { formatTimestamp, type TimestampForm } from '../../protocol/timestamp.js';

/** How an answer goes over the wire, if that differs from node's usual way. */
export interface Transport {
  /** Without Content-Length, in several chunks. */
  chunked?: true;
  /** Compressed: true if the client's Accept-Encoding allows gzip, `always` whatever it says. */
  gzip?: true | 'always';
  /** Closes the connection after the answer, and says so. */
  close?: true;
  /** Breaks the connection off instead of answering. */
  cut?: true;
  /** Sends something that isn't HTTP instead of answering. */
  garbled?: true;
  /** Leaves out the Date header. */
  undated?: true;
  /** The reason phrase after the status. */
  reason?: string;
  /** Waits before answering. */
  delayMs?: number;
}

/** An answer before it is written out. */
export interface SandboxAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** The members of the JSON body, in their order. */
  body: Readonly<Record<string, unknown>>;
  /** Writes the body as text. */
  serialise(body: Readonly<Record<string, unknown>>): string;
  transport: Transport;
}

/** What a profile says of the header X-TIMESTAMP of answers. */
export interface StampSettings {
  'X-TIMESTAMP'?: Presence;
  timestampForms: [TimestampForm, ...TimestampForm[]];
}

/** The X-TIMESTAMP of an answer; undefined if the document names no such header. */
export function stampOf(settings: StampSettings, now: number): string | undefined {
  if (settings['X-TIMESTAMP'] === 'unspecified') return undefined;
  return formatTimestamp(now, settings.timestampForms[0]);
}

/** An answer in SNAP's form: JSON with Content-Type and, if a timestamp is given, X-TIMESTAMP. */
export function snapAnswer(
  status: number,
  timestamp: string | undefined,
  body: Readonly<Record<string, unknown>>,
): SandboxAnswer {
  return {
    status,
    headers: {
      'Content-Type': 'application/json',
      ...(timestamp !== undefined && { 'X-TIMESTAMP': timestamp }),
    },
    body,
    serialise: JSON.stringify,
    transport: {},
  };
}
