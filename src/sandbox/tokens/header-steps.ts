import type { FurtherHeaders, ResolvedHeaderRule } from '../../../schemas/resolved.js';
import type { Refusal } from '../answers/refusal.js';

/** What these steps look at of a request to any service. */
export interface Headed {
  header(name: string): string | undefined;
}

export type HeaderStep = (attempt: Headed) => Refusal | undefined;

/** The header must not be empty and, if required, must be there (ASPI, request headers of each service). */
export function headerPresence(name: string, required = true): HeaderStep {
  return ({ header }) => {
    const value = header(name);
    if (value === undefined)
      return required ? { faultClass: 'missing-field', field: name } : undefined;
    return value === '' ? { faultClass: 'field-format', field: name } : undefined;
  };
}

/** The header, if it is there, has the length and the form that the document gives it. */
export function headerForm(
  name: string,
  { maxLength, form }: Pick<ResolvedHeaderRule, 'maxLength' | 'form'>,
): HeaderStep {
  return ({ header }) => {
    const value = header(name);
    if (value === undefined) return undefined;
    const tooLong = typeof maxLength === 'number' && value.length > maxLength;
    return tooLong || (form === 'digits' && !/^[0-9]+$/.test(value))
      ? { faultClass: 'field-format', field: name }
      : undefined;
  };
}

/** Presence and form of the headers that the document names besides those of every request. */
export function furtherHeaderSteps(rules: FurtherHeaders, without: readonly string[] = []) {
  const further = Object.entries(rules).filter(([name]) => !without.includes(name));
  const presences = further.map(([name, { presence }]) =>
    headerPresence(name, presence === 'required'),
  );
  const forms = further.map(([name, rule]) => headerForm(name, rule));
  return {
    furtherHeaderPresence: firstOf(presences),
    furtherHeaderForm: firstOf(forms),
  } satisfies Record<string, HeaderStep>;
}

function firstOf(steps: readonly HeaderStep[]): HeaderStep {
  return (attempt) => {
    for (const step of steps) {
      const refusal = step(attempt);
      if (refusal) return refusal;
    }
    return undefined;
  };
}
