import type { TargetConfig } from '../../../schemas/generated/config.js';
import type { FurtherHeaders, Profile } from '../../../schemas/resolved.js';
import { standardHeaders } from '../../protocol/transaction-headers.js';
import { InputProblem, type InputProblemDetail } from '../input/input-problem.js';
import type { Call } from './calls-of.js';

/** What the profile asks for in the headers of one service, and what the config has to send there. */
interface Headed {
  service: keyof Profile['services'];
  /** Member of the target that holds headers of this service. */
  member: string;
  rules: FurtherHeaders;
  given: Readonly<Record<string, string>>;
  /** Headers that need no value here. */
  without?: readonly string[];
}

/**
 * Sees to it that each further header that the profile requires has a value: the profile's, or the config's.
 *
 * @param call Which of its services is tested.
 * @param at Where the target is.
 * @throws InputProblem with each header that has none.
 */
export function requireHeaderValues(
  profile: Profile,
  target: TargetConfig,
  call: Call | undefined,
  at: { file: string; pointer: string },
): void {
  const problems = headedServices(profile, target, call).flatMap((headed) =>
    lacking(headed).map((name): InputProblemDetail => {
      const { service, member } = headed;
      return {
        code: 'header-without-value',
        what: `the profile requires the header ${name} of ${service}, and nothing says what to send in it`,
        file: at.file,
        pointer: `${at.pointer}/${member}`,
        remedy: `Add it to the target in the config: ${member.replace(/^.*\//, '')}: { ${name}: … }. If all clients send the same, give the profile its value: services.${service}.headers.${name}.value.`,
      };
    }),
  );
  if (problems.length > 0) throw InputProblem.all(problems);
}

/** The services that the config has tested. */
function headedServices(
  { services }: Profile,
  { tokenHeaders: given = {}, customer }: TargetConfig,
  call: Call | undefined,
): Headed[] {
  const { 'token-b2b': tokenB2b, 'token-b2b2c': tokenB2b2c } = services;
  const headed: Headed[] = [];
  const tokens = { member: 'tokenHeaders', given };
  if (tokenB2b.offered) headed.push({ service: 'token-b2b', rules: tokenB2b.headers, ...tokens });
  if (customer) headed.push({ service: 'token-b2b2c', rules: tokenB2b2c.headers, ...tokens });
  if (call)
    headed.push({
      service: 'transaction',
      member: `${call.member}/headers`,
      rules: services.transaction.headers,
      given: { ...call.transaction.headers, ...customer?.headers },
      // The suite makes some of these itself. Without the others many a target serves all the same; where one
      // doesn't, the cause of the refusal names them.
      without: standardHeaders,
    });
  return headed;
}

function lacking({ rules, given, without = [] }: Headed): string[] {
  const named = [...Object.keys(given), ...without].map((name) => name.toLowerCase());
  return Object.entries(rules)
    .filter(
      ([name, { presence, value }]) =>
        presence === 'required' && value === undefined && !named.includes(name.toLowerCase()),
    )
    .map(([name]) => name);
}
