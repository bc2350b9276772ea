import type { TargetConfig } from '../../../schemas/generated/config.js';
import type {
  Certification,
  Depth,
  Result,
  TargetForm,
} from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import type { Text } from '../../messages/message.js';
import type { Suites } from '../checks/suites.js';
import type { Effort } from './effort.js';

/** A client's credentials, ready for use: the key as PKCS#8 PEM. */
export interface ClientPlan {
  clientId: string;
  privateKey: string;
  clientSecret?: string;
}

/** Where authorization codes come from; each is good for one grant. */
export type CodeSource =
  | { codes: string[] }
  | { command: string[]; folder: string }
  | ({ url: string; method: 'GET' | 'POST' } & Pick<Way, 'proxy' | 'resolve'>);

/** A customer who consented, as the config names one. */
export interface CustomerPlan {
  authCodes: CodeSource;
  expiredAuthCodes?: CodeSource;
  /** Sent as X-DEVICE-ID. */
  deviceId: string;
  /** Headers that each transaction carries as well. */
  headers: Record<string, string>;
}

/** How fast and how much a target is asked. */
export interface Limits {
  /** Requests a second; null: as fast as they go. */
  rate: number | null;
  concurrency: number;
  timeoutMs: number;
  /** The longest that a Retry-After is waited for. */
  longestWaitMs: number;
  maxRequests: number | null;
}

/** An input that failed in an earlier run; without a value, seed and path of fast-check lead to it. */
export interface KeptInput {
  value?: unknown;
  /** Of the check. */
  seed: number;
  path: string;
}

/** A text that no report may show, and what stands in its place. */
export interface HiddenText {
  text: string;
  shown: string;
}

/** An HTTP proxy. */
export interface ProxyPlan {
  /** Its origin. */
  url: string;
  /** The value of Proxy-Authorization. */
  authorization?: string;
  /** What names it: `HTTPS_PROXY`, or a JSON pointer into the config. */
  from: string;
}

/** How connections to a host are made. */
export interface Way {
  proxy?: ProxyPlan;
  /** Why no proxy is used, though there is one. */
  unproxied?: string;
  /** Connections go there, whatever the name of the host resolves to. */
  resolve?: { address: string; port?: number };
  /** Of this side, and what is trusted of the other. */
  tls: {
    ca?: string;
    cert?: string;
    key?: string;
    pfx?: Buffer;
    passphrase?: string;
  };
  /** Speak HTTP/2 if the target does. */
  http2?: true;
}

/** One target with everything resolved, as plain data. */
export interface TargetPlan extends Way {
  name: string;
  /** Name of the target that it is a further service of; the two are tested one after the other. */
  partOf?: string;
  /** Chooses it without the others of its target, by --target; absent if there are no others. */
  alone?: string;
  baseUrl: string;
  role: Profile['role'];
  profile: Profile;
  client: ClientPlan;
  otherClient?: ClientPlan;
  /** Headers of token requests that the config gives. */
  tokenHeaders?: Record<string, string>;
  transaction?: NonNullable<TargetConfig['transaction']>;
  /** The rows of the certification form for the transaction. */
  form?: TargetForm;
  /** The head of the certification form. */
  certification?: Certification;
  /** The target's other services: what of them is secret is hidden here, too. */
  otherTransactions?: NonNullable<TargetConfig['transaction']>[];
  /** There is no token service, and a call of the target's first service shows that it still serves the client. */
  confirmedByFirst?: true;
  /** Names and globs of further headers, query parameters and members of JSON whose values are hidden. */
  redact?: string[];
  /** The private key and the secret may be sent to a signature utility. */
  signatureUtility?: true;
  customer?: CustomerPlan;
  /** The target serves real customers; `allow`: patterns of the checks that are made all the same. */
  production?: { allow: string[] };
  limits: Limits;
  /** Passphrases and whatever else was read and must not be shown. */
  secrets?: HiddenText[];
  /** What was repaired while it was read, in words. */
  notes: Text[];
  /** Ids of checks: this target gets only these of those that the plan chooses. */
  only?: string[];
  /** Inputs that are tried before all others, by the id of their check. */
  keptInputs?: Record<string, KeptInput>;
  /** What is done for each check, when the budget allows less than the depth has. */
  effort?: Effort;
}

/** What a run does: targets, which checks, with which inputs. */
export interface RunPlan {
  targets: TargetPlan[];
  seed: number;
  /** Where the seed came from; absent for runs that make no result to be kept. */
  seedFrom?: NonNullable<Result['run']['seedFrom']>;
  depth: Depth;
  only: string[];
  skip: string[];
  shard?: { index: number; count: number };
  /** Names of the config's targets that were not chosen. */
  targetsLeftOut?: string[];
  /** What can be checked. */
  suites: Suites;
  /** Checks may wait for tokens to expire. */
  slow?: boolean;
  /** Words of the command that led to this plan, without the target and the choice of checks. */
  replay: string[];
}

/** Limits given on the command line; they replace the config's. */
export type LimitFlags = Partial<Pick<Limits, 'rate' | 'concurrency' | 'maxRequests'>>;
