import type { TargetConfig } from '../../../schemas/generated/config.js';
import type { FurtherHeaders, Profile } from '../../../schemas/resolved.js';
import { standardHeaders } from '../../protocol/transaction-headers.js';
import { InputProblem, type InputProblemDetail } from '../input/input-problem.js';

/**
 * The suite makes some of these itself. Without the others many a target serves all the same; where one doesn't,
 * the cause of the refusal names them.
 */
const known: readonly string[] = standardHeaders;

/**
 * Sees to it that each further header that the profile requires has a value: the profile's, or the config's.
 *
 * @param at Where the target is.
 * @throws InputProblem with each header that has none.
 */
export function requireHeaderValues(
  { services }: Profile,
  { tokenHeaders = {}, transaction, customer }: TargetConfig,
  at: { file: string; pointer: string },
): void {
  const problems = (
    where: string,
    service: keyof Profile['services'],
    rules: FurtherHeaders,
    given: Readonly<Record<string, string>>,
  ) =>
    lacking(rules, given).map((name): InputProblemDetail => {
      const [kind] = where.split('/').slice(-1);
      return {
        code: 'header-without-value',
        what: `the profile requires the header ${name} of ${service}, and nothing says what to send in it`,
        file: at.file,
        pointer: `${at.pointer}${where}`,
        remedy: `Add it: ${kind}: { ${name}: … }. If all clients send the same, give the profile its value: services.${service}.headers.${name}.value.`,
      };
    });
  const all = [
    ...(services['token-b2b'].offered
      ? problems('/tokenHeaders', 'token-b2b', services['token-b2b'].headers, tokenHeaders)
      : []),
    ...(customer
      ? problems('/tokenHeaders', 'token-b2b2c', services['token-b2b2c'].headers, tokenHeaders)
      : []),
    ...(transaction
      ? problems('/transaction/headers', 'transaction', services.transaction.headers, {
          ...transaction.headers,
          ...customer?.headers,
        })
      : []),
  ];
  if (all.length > 0) throw InputProblem.all(all);
}

function lacking(rules: FurtherHeaders, given: Readonly<Record<string, string>>): string[] {
  const sent = Object.keys(given).map((name) => name.toLowerCase());
  return Object.entries(rules)
    .filter(
      ([name, { presence, value }]) =>
        presence === 'required' &&
        value === undefined &&
        !known.includes(name) &&
        !sent.includes(name.toLowerCase()),
    )
    .map(([name]) => name);
}
