/** The options of `report`. */
export interface ReportFlags {
  reporter: string[];
  out: string;
  lang?: 'en' | 'id';
  certification?: string;
  attest?: string;
  verify?: string;
  publicKey?: string;
  recover?: string;
}

/** The options of `report compare`. */
export interface CompareFlags {
  json?: boolean;
  strict?: boolean;
}

/** The options of `report history`. */
export interface HistoryFlags {
  out: string;
  lang?: 'en' | 'id';
}
