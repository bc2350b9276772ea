/** What was found about one thing that a run needs. */
export interface DoctorFinding {
  /** What was examined: `config`, `private key of my-client`, `TLS certificate`. */
  about: string;
  /** `skipped`: it couldn't be examined, because of an earlier error. */
  status: 'ok' | 'warning' | 'error' | 'skipped';
  message: string;
  /** What to do about it; if there are several possible causes, the most likely first. */
  remedies: string[];
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
