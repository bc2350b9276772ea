import type { MessageId } from '../../../messages/message.js';

/** What mends a mistake; several have the same remedy. */
export type RemedyName =
  | 'text-as-documented'
  | 'text-bytes'
  | 'text-not-hashed'
  | 'timestamp-once'
  | 'timestamp-pattern'
  | 'timestamp-zone'
  | 'header-damage'
  | 'client-id'
  | 'value-missing'
  | 'path-as-sent'
  | 'path-prefix'
  | 'query'
  | 'minify'
  | 'body-as-sent'
  | 'body-bytes'
  | 'body-when-hashed'
  | 'hash-form'
  | 'hmac-algorithm'
  | 'rsa-algorithm'
  | 'rsa-key'
  | 'secret-as-given'
  | 'secret-choice'
  | 'secret-of-client'
  | 'token-bare'
  | 'token-signed'
  | 'scheme'
  | 'scheme-text'
  | 'encoding';

/** The messages that say how a mistake is mended, on either side. */
export function remedyOf(name: RemedyName): Record<'sender' | 'server', MessageId> {
  return { sender: `mistakes/remedies/${name}/sender`, server: `mistakes/remedies/${name}/server` };
}
