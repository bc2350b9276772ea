import type {
  HeaderRule,
  LevelChange,
  ProfileFile,
  SignatureUtilitySettings,
  TokenB2B2CSettings,
  TokenB2BSettings,
  TransactionScheme,
  TransactionSettings,
} from './generated/profile.js';

/** A setting whose every member is known: what is left once a profile and all it extends are merged. */
export type Resolved<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]-?: Resolved<NonNullable<T[K]>> }
    : T;

/** The rule for a header of a request; only what the suite sends may be left open. */
export type ResolvedHeaderRule = Required<Omit<HeaderRule, 'value'>> & Pick<HeaderRule, 'value'>;

/** The rules for headers that a document names besides those that every request of the service has, by name. */
export type FurtherHeaders = Readonly<Record<string, ResolvedHeaderRule>>;

/** Headers that the standard itself makes rules for in transactions. */
export type StandardHeader =
  | 'X-PARTNER-ID'
  | 'X-EXTERNAL-ID'
  | 'CHANNEL-ID'
  | 'Authorization-Customer'
  | 'X-DEVICE-ID';

/** The token service B2B (73) as one profile describes it. */
export type TokenB2b = Omit<Resolved<TokenB2BSettings>, 'headers' | 'path'> & {
  headers: FurtherHeaders;
  path: string;
  /** Further paths at which the document has the service. */
  otherPaths?: readonly string[];
};

/** The token service B2B2C (74) as one profile describes it. */
export type TokenB2b2c = Omit<Resolved<TokenB2B2CSettings>, 'headers'> & {
  headers: FurtherHeaders;
};

/** A call with a transaction signature as one profile describes it. */
export type Transaction = Omit<Resolved<TransactionSettings>, 'headers' | 'scheme'> & {
  /** The client's; of a profile that leaves it to each client, the first, until a config says which. */
  scheme: TransactionScheme;
  /** Further schemes that clients may have instead. */
  otherSchemes?: readonly TransactionScheme[];
  headers: Readonly<Record<StandardHeader, ResolvedHeaderRule>> & FurtherHeaders;
};

/** The services of a portal that sign for whoever tries it out, as one profile describes them. */
export type SignatureUtility = Resolved<SignatureUtilitySettings>;

/** Where a value comes from: the profile that sets it, the document and clause behind it, and how sure that is. */
export interface Origin {
  profile: string;
  source: string;
  confidence: 'primary' | 'mirror' | 'sdk' | 'third-party';
}

/** A document that a profile cites. */
export interface CitedDocument {
  /** The profile that cites it. */
  profile: string;
  title: string;
  /** Its version or date, or the day on which it was read; absent when that is not known. */
  edition?: string;
  confidence: Origin['confidence'];
}

/** A requirement's level as a document has it. */
export interface DocumentedLevel {
  level: LevelChange['level'];
  because: string;
  origin: Origin;
}

/** A profile merged with all that it extends. */
export interface Profile {
  name: string;
  title: string;
  role: 'provider' | 'merchant';
  services: {
    'token-b2b': TokenB2b;
    'token-b2b2c': TokenB2b2c;
    transaction: Transaction;
    'signature-utility': SignatureUtility;
  };
  /** Levels that the documents change, by check id. */
  requirements: Record<string, DocumentedLevel>;
  contradictions: NonNullable<ProfileFile['contradictions']>;
  /** What the values and levels rest on, the profile's own documents first. */
  documents: CitedDocument[];
  /** Origin of each value, by JSON pointer (`/services/token-b2b/path`). */
  origins: Record<string, Origin>;
}
