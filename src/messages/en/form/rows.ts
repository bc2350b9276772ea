/** Why a row of the certification form is not tried. */
export const formRows = {
  'form/rows/not-within': () => 'not within this tool, which tests tokens and signatures',
  'form/rows/of-merchant': () => 'it is tried on what the merchant hosts, with role: merchant',
  'form/rows/no-field': () => 'the form names no field here: give one with form.rows in the config',
  'form/rows/no-check-of-header': ({ field }: { field: string }) =>
    `no check gets ${field} wrong in this way: name another header, or a member of the body, as field of the row`,
};
