/** What is said of a control, whichever service it is of. */
export const control = {
  'run/control/not-needed': () => 'no check needed the control',
  'run/control/clock-corrected': ({ note }: { note: string }) =>
    `${note}; the run uses the target's time`,
};
