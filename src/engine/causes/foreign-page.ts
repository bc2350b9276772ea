import type { Exchange } from '../../../schemas/generated/result.js';
import { say } from '../../messages/message.js';
import { headerOf } from '../http/wire.js';
import { type Cause, type Findings, judgedChecks } from './cause.js';

/**
 * Causes of checks that fail over one and the same answer, which isn't the service's: the page of a framework or a
 * gateway breaks every rule for refusals at once.
 */
export function foreignPages(findings: Findings): Cause[] {
  const exchanges = new Map(findings.exchanges.map((exchange) => [exchange.id, exchange]));
  const pages = new Map<string, { exchange: Exchange; checks: string[] }>();
  for (const { placed, result } of judgedChecks(findings)) {
    if (result.outcome !== 'failed' || !placed.check.judges) continue;
    const exchange = exchanges.get(result.exchanges.at(-1) ?? '');
    if (!exchange?.response || !isForeign(exchange.response)) continue;
    const { status, body } = exchange.response;
    const key = JSON.stringify([status, body.text ?? body.base64]);
    const known = pages.get(key);
    if (known) known.checks.push(placed.id);
    else pages.set(key, { exchange, checks: [placed.id] });
  }
  return [...pages.values()].flatMap(({ exchange, checks }): Cause[] =>
    checks.length < 2 ? [] : [{ id: 'foreign-page', message: told(exchange), checks }],
  );
}

function isForeign({ headers, body }: NonNullable<Exchange['response']>): boolean {
  const mediaType = headerOf(headers, 'content-type') ?? '';
  return !/\bjson\b/i.test(mediaType) && !/^\s*[{[]/.test(body.text ?? '');
}

function told({ mutation, response }: Exchange) {
  return say('run/causes-of-findings/foreign-page', {
    status: response?.status ?? 0,
    mediaType: headerOf(response?.headers ?? [], 'content-type') ?? 'no media type',
    mutation: mutation?.name ?? 'the control',
  });
}
