import type { MistakeId } from '../mistakes/catalogue/catalogue.js';

/** A mistake, in words. */
export interface SaidMistake {
  /** Stable: `body/pretty-printed`. */
  id: MistakeId;
  /** Completes "signed …". */
  says: string;
  /** How the sender mends it. */
  sender: string;
  /** What the server looks at. */
  server: string;
  /** Other mistakes that make the same text: PHP and Python may write the same. */
  alternatives?: { id: MistakeId; says: string }[];
}

/** A part of the string-to-sign. */
export interface SignedPart {
  name: string;
  value: string;
}

/** What was found out about a signature. No text holds a secret: tokens are shortened. */
export interface SignatureVerification {
  holds: boolean;
  /** The whole in one sentence, if it doesn't hold: `signed over timestamp|clientId, in hex`. */
  explanation?: string;
  /** The mistakes that together make this very signature, if they were found. */
  mistakes?: SaidMistake[];
  /** Mistakes that its form shows, without proof. */
  likely?: SaidMistake[];
  /** What length, encoding and key tell of a signature that isn't explained, and what was ruled out. */
  findings?: string[];
  /** How many texts were compared with it, and how many candidates each layer had. */
  tried?: { texts: number; candidates: Record<string, number> };
  /** The documented string-to-sign of the same input. */
  stringToSign: string;
  /** The same by part, so that delimiters within a part can be told from those between them. */
  parts: SignedPart[];
  /** What stands between the parts. */
  delimiter: string;
  /** The text that was signed, if it was found and isn't the documented one. */
  signedText?: string;
  /** The body as it is to be hashed, if there is one and it isn't too long to show, and its hash. */
  body?: { minified?: string; sha256: string };
  /** What is to be said of the timestamp of a signature that holds. */
  timestamp?: string[];
}
