import { randomBytes } from 'node:crypto';
import { opaqueToken } from '../tokens/issue.js';
import type { Variation } from './variation.js';

/** Tokens that are made differently. */
export const tokenVariations: readonly Variation[] = [
  {
    name: 'tokens-of-64-bits',
    title: 'gives tokens of 64 random bits',
    applyToTokenB2b: (policy) => ({ ...policy, issue: async () => randomBytes(8).toString('hex') }),
  },
  {
    name: 'tokens-that-rise',
    title: 'gives tokens that rise by steps of 40 random bits, with 40 random bits behind',
    applyToTokenB2b: (policy) => {
      let last = 0n;
      return {
        ...policy,
        issue: async () => {
          last += randomBits(40);
          return last.toString(16).padStart(12, '0') + randomBytes(5).toString('hex');
        },
      };
    },
  },
  {
    name: 'three-dotted-parts',
    title: 'gives tokens of three parts between dots that are not a JWT',
    applyToTokenB2b: (policy) => ({
      ...policy,
      issue: async () => `${part({ v: 1 })}.${opaqueToken()}.${opaqueToken()}`,
    }),
  },
  {
    name: 'claims-in-no-object',
    title: 'gives tokens like a JWT whose claims are a list',
    applyToTokenB2b: (policy) => ({
      ...policy,
      issue: async () => `${part({ v: 1 })}.${part([opaqueToken()])}.${opaqueToken()}`,
    }),
  },
  {
    name: 'eight-tokens-in-turn',
    title: 'has eight tokens for each client, and gives them in turn',
    applyToTokenB2b: (policy) => {
      const tokens = new Map<string, string[]>();
      return {
        ...policy,
        issue: async ({ client: { clientId } }) => {
          const [next = '', ...others] =
            tokens.get(clientId) ?? Array.from({ length: 8 }, opaqueToken);
          tokens.set(clientId, [...others, next]);
          return next;
        },
      };
    },
  },
  {
    name: 'same-token-while-it-lives',
    title: 'gives a client the same token again as long as it lives',
    applyToTokenB2b: (policy) => {
      const tokens = new Map<string, Promise<string>>();
      return {
        ...policy,
        issue: (grant) => {
          const { clientId } = grant.client;
          const token = tokens.get(clientId) ?? policy.issue(grant);
          tokens.set(clientId, token);
          return token;
        },
      };
    },
  },
  {
    name: 'same-token-within-a-second',
    title: 'signs claims without a random part: the tokens of one second are the same text',
    applyToTokenB2b: (policy) => ({
      ...policy,
      issue: (grant) => policy.issue({ ...grant, claims: { jti: undefined } }),
    }),
  },
  {
    name: 'client-deep-in-the-claims',
    title: 'names the client in a list below a claim of its own',
    applyToTokenB2b: (policy) => ({
      ...policy,
      issue: (grant) =>
        policy.issue({
          ...grant,
          claims: { sub: 'service', act: null, for: { clients: [grant.client.clientId] } },
        }),
    }),
  },
  {
    name: 'tokens-for-all-clients',
    title: 'names all clients that it knows in the claims of a token, its own first',
    applyToTokenB2b: (policy) => {
      const known = new Set<string>();
      return {
        ...policy,
        issue: (grant) => {
          known.add(grant.client.clientId);
          return policy.issue({ ...grant, claims: { aud: [...known] } });
        },
      };
    },
  },
];

function randomBits(bits: number): bigint {
  return BigInt(`0x${randomBytes(bits / 8).toString('hex')}`);
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
