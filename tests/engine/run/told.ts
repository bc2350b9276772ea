import type { CheckResult, Exchange, Result } from '../../../schemas/generated/result.js';

/** A message without its numbers: how many messages of a run a judgement is based on is a matter of timing. */
function withoutNumbers(text: string): string {
  return text
    .replace(/\bthe one (grant|refusal|answer)\b/, 'all 1 $1s')
    .replace(/ \(\d+ of \d+ (?:grants|refusals|answers)\)/, '')
    .replace(/\d+/g, '#');
}

/** An exchange by what it was sent for. */
function sentFor({ purpose, mutation }: Exchange): string {
  return mutation ? `${purpose}: ${mutation.name}` : purpose;
}

/** What a check says that doesn't depend on when it ran: no id, no count, no moment. */
function toldBy(check: CheckResult, exchanges: ReadonlyMap<string, Exchange>) {
  const { id, level, outcome, message, sources, counterexample, replay } = check;
  const shown = check.exchanges.map((each) => {
    const exchange = exchanges.get(each);
    if (!exchange) throw new Error(`${id} names ${each}, which is no exchange of the run`);
    return sentFor(exchange);
  });
  const text = withoutNumbers(message);
  return { id, level, outcome, message: text, sources, counterexample, replay, exchanges: shown };
}

/** What a result says, target by target, check by check, in its order. */
export function toldIn({ targets, requirements, exchanges, run }: Result) {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  return {
    catalogue: run.catalogueDigest,
    requirements: requirements.map(({ id, title }) => `${id}: ${title}`),
    targets: targets.map(({ name, verdict, control, checks }) => ({
      name,
      verdict,
      control: control.outcome,
      checks: checks.map((check) => toldBy(check, byId)),
    })),
    exchanges: exchanges.map((exchange) => `${exchange.target}: ${sentFor(exchange)}`),
  };
}
