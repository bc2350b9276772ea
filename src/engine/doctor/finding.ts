import type { Services } from '../../../schemas/generated/profile.js';

/** What was found about one thing that a run needs. */
export interface DoctorFinding {
  /** What was examined: `config`, `private key of my-client`, `TLS certificate`. */
  about: string;
  /** `skipped`: it couldn't be examined, because of an earlier error. */
  status: 'ok' | 'warning' | 'error' | 'skipped';
  message: string;
  /** What to do about it; if there are several possible causes, the most likely first. */
  remedies: string[];
  /** What a target that refused its control was seen to take. */
  rule?: TakenRule;
  /** What else was tried on it. */
  tried?: { ruledOut: number; left: number; stopped?: string };
}

/** A rule that a target follows in the place of the documented one. */
export interface TakenRule {
  /** Mistakes of the catalogue that together make it, each in words that complete "signed …". */
  mistakes: { id: string; says: string; server: string }[];
  /** Others that make the same signature of this request. */
  alternatives?: { id: string; says: string }[];
  /** What of a config says so, if a profile can. */
  overrides?: Services;
}

/** Makes findings of one status; they have remedies if there is something that the user can do. */
function finding(status: DoctorFinding['status']) {
  return (about: string, message: string, ...remedies: string[]): DoctorFinding => ({
    about,
    status,
    message,
    remedies,
  });
}

export const ok = finding('ok');
export const warning = finding('warning');
export const failure = finding('error');
export const skipped = finding('skipped');
