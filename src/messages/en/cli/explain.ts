/** The headings of `explain`. */
export const cliExplain = {
  'cli/explain/requirement': () => 'Requirement',
  'cli/explain/why': () => 'Why',
  'cli/explain/remedy': () => 'Remedy',
  'cli/explain/levels': () => 'Levels',
  'cli/explain/sources': () => 'Sources',
  'cli/explain/see-it-fail': () => 'See it fail',
  'cli/explain/unproven': () => 'No fault of the sandbox trips it',
  'cli/explain/alone': () => 'Run it alone',
};
