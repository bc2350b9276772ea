import type { FurtherHeaders, ResolvedHeaderRule } from '../../../schemas/resolved.js';

/**
 * Values for the headers that a profile requires and gives no value, as the config of a sandbox's target has them.
 *
 * @param without Names of headers that are made otherwise.
 */
export function usualHeaders(
  rules: FurtherHeaders,
  without: readonly string[] = [],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rules)
      .filter(
        ([name, { presence, value }]) =>
          presence === 'required' && value === undefined && !without.includes(name),
      )
      .map(([name, rule]) => [name, valueFor(rule)]),
  );
}

/** Digits, which every form allows. */
function valueFor({ maxLength }: Pick<ResolvedHeaderRule, 'maxLength'>): string {
  return '95221'.slice(0, maxLength === 'unspecified' ? undefined : maxLength);
}
