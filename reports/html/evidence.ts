import type { CheckResult, Exchange, TargetResult } from '../../schemas/generated/result.js';
import { comparison, exchangeDetails } from './exchange.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** The evidence of a check: each probe beside the control that it differs from, then what else was sent. */
export function evidenceOf(view: View, target: TargetResult, check: CheckResult): Part {
  const own = view.lookup.exchangesOf(target, check);
  const probes = own.filter(({ purpose }) => purpose === 'probe');
  const controls = [...own, ...controlsOf(view, target)].filter(
    ({ purpose }) => purpose === 'control',
  );
  const used = new Set<Exchange>();
  const pairs = probes.map((probe) => {
    const control = controlOf(probe, controls);
    used.add(probe);
    if (!control) return exchangeDetails(view, probe);
    used.add(control);
    return comparison(view, control, probe);
  });
  const further = own.filter((exchange) => !used.has(exchange));
  return [pairs, further.length > 0 && rest(view, further, pairs.length > 0)];
}

/** The exchanges of the controls on which the target's probes rest. */
export function controlsOf(view: View, target: TargetResult): Exchange[] {
  const findings = [target.control, ...Object.values(target.controls ?? {})];
  return [...new Set(findings.flatMap((finding) => view.lookup.exchangesOf(target, finding)))];
}

function rest(view: View, exchanges: readonly Exchange[], besides: boolean): Markup {
  return html`${besides && html`<p class="label">${view.say('furtherExchanges')}</p>`}${exchanges.map((one) => exchangeDetails(view, one))}`;
}

/**
 * The control whose URL is most like the probe's, since a run has a control for each service. The first, if several
 * are.
 */
function controlOf(probe: Exchange, controls: readonly Exchange[]): Exchange | undefined {
  const likeness = ({ request }: Exchange) => {
    let at = 0;
    while (at < request.url.length && request.url[at] === probe.request.url[at]) at += 1;
    return at;
  };
  return controls.toSorted((one, other) => likeness(other) - likeness(one))[0];
}
