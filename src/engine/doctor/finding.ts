/** What a look at one thing that a run needs came to. */
export interface DoctorFinding {
  /** What was looked at: `config`, `private key of my-client`, `TLS certificate`. */
  about: string;
  /** `skipped`: it couldn't be looked at, because of what is wrong before it. */
  status: 'ok' | 'warning' | 'error' | 'skipped';
  message: string;
  /** How to mend it; likely causes, most likely first, where there is more than one. */
  remedies: string[];
}

/** A finding of one status; remedies where something is to be done. */
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
