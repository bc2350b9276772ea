import type { TargetConfig, TransactionConfig } from '../../../schemas/generated/config.js';
import { inquires } from '../../protocol/called-services.js';

/** A service that a target's config names, to be called with its tokens. */
export interface Call {
  /** `bank/27`; the first call of a target is tested under the target's own name, and has this one for --target. */
  name: string;
  /** JSON pointer below the target, without the slash in front: `transactions/1`. */
  member: string;
  transaction: TransactionConfig & { repeatable: boolean };
}

/** The services that a target's config names, in its order; `transaction` is short for one that is repeatable. */
export function callsOf({
  name,
  transaction,
  transactions,
}: Pick<TargetConfig, 'name' | 'transaction' | 'transactions'>): Call[] {
  const call = (entry: TransactionConfig, member: string, repeatable: boolean): Call => ({
    name: `${name}/${entry.name ?? entry.serviceCode}`,
    member,
    transaction: { ...entry, repeatable: entry.repeatable ?? repeatable },
  });
  return transaction
    ? [call(transaction, 'transaction', true)]
    : (transactions ?? []).map((entry, index) =>
        call(entry, `transactions/${index}`, inquires(entry.serviceCode)),
      );
}

/** The names under which a target and its further services are tested. */
export function namesOf(target: TargetConfig): string[] {
  return [
    target.name,
    ...callsOf(target)
      .slice(1)
      .map(({ name }) => name),
  ];
}

/** The headers that a config has for the service at a path; of a path that it doesn't name, those of the first service. */
export function headersOfCall(target: TargetConfig, path: string): TransactionConfig['headers'] {
  const transactions = callsOf(target).map(({ transaction }) => transaction);
  const named = transactions.find((each) => plain(path).endsWith(plain(each.path)));
  return (named ?? transactions[0])?.headers;
}

/** A path without its query. */
function plain(path: string): string {
  return path.replace(/\?.*/s, '');
}
