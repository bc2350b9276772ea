import type { ControlFinding, Result } from '../../../../schemas/generated/result.js';

/**
 * The results with their exchanges renumbered, `e1`, `e2` and so on, wherever an exchange is named. An id
 * that names no exchange is left out, because it could become the id of another exchange.
 */
export function renameExchanges(results: readonly Result[]): Result[] {
  let count = 0;
  return results.map((result) => {
    // By target too: a result that an old version merged may have one id for exchanges of two targets.
    const names = new Map<string, string>();
    const exchanges = result.exchanges.map((exchange) => {
      count += 1;
      const id = `e${count}`;
      names.set(key(exchange.target, exchange.id), id);
      return { ...exchange, id };
    });
    return {
      ...result,
      exchanges,
      targets: result.targets.map((target) => {
        const renamed = (ids: readonly string[]) =>
          ids.flatMap((id) => names.get(key(target.name, id)) ?? []);
        const control = (finding: ControlFinding): ControlFinding => ({
          ...finding,
          exchanges: renamed(finding.exchanges),
        });
        return {
          ...target,
          control: control(target.control),
          ...(target.controls && {
            controls: Object.fromEntries(
              Object.entries(target.controls).map(([service, each]) => [service, control(each)]),
            ),
          }),
          checks: target.checks.map((check) => ({ ...check, exchanges: renamed(check.exchanges) })),
        };
      }),
    };
  });
}

function key(target: string, id: string): string {
  return JSON.stringify([target, id]);
}
