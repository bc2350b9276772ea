/** A JWT in compact form, taken apart but not verified: its key is the target's (RFC 7519 section 3). */
export interface Jwt {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  /** Base64url text; empty for an unsecured one. */
  signature: string;
}

/** Reads a token as a JWT; undefined for an opaque one. */
export function readJwt(token: string | undefined): Jwt | undefined {
  const parts = token?.split('.') ?? [];
  if (parts.length !== 3) return undefined;
  const header = decode(parts[0]);
  const claims = decode(parts[1]);
  return header && claims ? { header, claims, signature: parts[2] ?? '' } : undefined;
}

function decode(part = ''): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return Object(value) === value && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
