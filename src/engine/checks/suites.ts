import type { Catalogue } from '../catalogue/catalogue.js';
import type { ServiceId } from '../session/service.js';
import type { AnyArea, Area } from './area.js';
import type { Check } from './check.js';

/** A check with its id and the area that it stands in. */
export interface PlacedCheck<S extends ServiceId = ServiceId> {
  id: string;
  area: Area<S>;
  check: Check<S>;
}

/** All that a run can check: areas of checks, and the requirements that they test. */
export class Suites {
  readonly #checks = new Map<string, PlacedCheck>();

  /**
   * @param areas In the order in which they run.
   * @throws RangeError for a check without a requirement, and for one that stands twice.
   */
  constructor(
    readonly areas: readonly AnyArea[],
    readonly catalogue: Catalogue,
  ) {
    for (const each of areas) {
      // A check meets no other service's sessions than its own: the area pairs the two.
      const area = each as Area<ServiceId>;
      for (const check of area.checks) {
        const id = `${area.id}/${check.name}`;
        if (!catalogue.has(id)) throw new RangeError(`the check ${id} has no requirement`);
        if (this.#checks.has(id)) throw new RangeError(`the check ${id} stands twice`);
        this.#checks.set(id, { id, area, check });
      }
    }
  }

  /** The checks of all areas, in the order in which they run. */
  checks(): PlacedCheck[] {
    return [...this.#checks.values()];
  }

  /** Pointers, below its service's settings, of the values that a check goes by. */
  settingsOf(id: string): readonly string[] {
    return this.#checks.get(id)?.check.settings ?? [];
  }

  /** Ids of requirements that no check tests. */
  unchecked(): string[] {
    return [...this.catalogue.keys()].filter((id) => !this.#checks.has(id));
  }
}
