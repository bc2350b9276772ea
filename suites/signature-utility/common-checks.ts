import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Forecast } from '../../src/engine/checks/forecast.js';
import { judged } from '../../src/engine/checks/judged.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { UtilityDraft, UtilityPart } from '../../src/engine/request/utility-draft.js';
import type { FaultClass } from '../../src/engine/session/service.js';
import { signsRightly } from './expected.js';
import { neededHeaders, withoutHeader, wrongKeys } from './mutations.js';

type UtilityCheck = Check<'signature-utility'>;
type UtilityContext = CheckContext<'signature-utility'>;

/** That the signature given is the one documented, for each of these variations. */
export function signs(
  part: UtilityPart,
  probes: (t: UtilityContext) => Mutation<UtilityDraft>[],
): UtilityCheck {
  return accepts<never, 'signature-utility'>('signs-as-documented', {
    probes,
    judge: (observed, t) => {
      const refused = judgeAccepted(observed, t);
      return refused === undefined ? signsRightly[part](observed, t) : refused;
    },
  });
}

/** That no signature is given without one of the headers. */
export function refusesMissingHeader(part: UtilityPart): UtilityCheck {
  return refuses<never, 'signature-utility'>('refuses-missing-header', {
    as: 'missing-field',
    probes: () => neededHeaders[part].map(withoutHeader),
  });
}

/** What is judged over the answers of the run. */
export function judgedChecks(part: UtilityPart): UtilityCheck[] {
  const refusals = { over: 'refusals', ...sampling(part) } as const;
  return [
    judged('encoding', { over: 'grants', settings: ['/encoding'] }),
    judged('client-error', refusals),
    judged('error-code', { ...refusals, settings: ['/answers'] }),
    judged('names-field', { ...refusals, settings: ['/fields'] }),
    judged('keeps-secret', { ...refusals, over: 'answers' }),
  ];
}

/** Makes sure that the run holds refusals of each kind, also when a check runs alone. */
function sampling(part: UtilityPart) {
  const samples: [FaultClass, () => Mutation<UtilityDraft>][] = [
    ['missing-field', () => withoutHeader('X-TIMESTAMP')],
    ...(part === 'auth'
      ? [['field-format', () => wrongKeys()[0]] as [FaultClass, () => Mutation<UtilityDraft>]]
      : []),
  ];
  return {
    prepare: async ({ session }: UtilityContext) => {
      for (const [faultClass, make] of samples)
        if (!session.shared.refusedClasses.has(faultClass))
          await session.probe(make(), { faultClass });
    },
    forecast: (_: UtilityContext, forecast: Forecast) => {
      for (const [faultClass] of samples)
        if (!forecast.hasRefused(faultClass)) forecast.refused(1, faultClass);
    },
  };
}
