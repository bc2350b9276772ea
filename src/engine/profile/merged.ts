import type { Services } from '../../../schemas/generated/profile.js';
import type { Origin } from '../../../schemas/resolved.js';
import { escapePointer } from '../input/json-pointer.js';
import { isObject } from '../input/text.js';
import { answerForms } from './answer-forms.js';

/** Services merged member by member, with the origin of each value. */
export class Merged {
  readonly services: Record<string, unknown> = {};
  readonly origins: Record<string, Origin> = {};

  add(services: Services | undefined, originFor: (pointer: string) => Origin): void {
    const further = answerForms(services, this.services);
    this.#merge(this.services, services ?? {}, '/services', originFor);
    for (const { service, forms } of further) {
      const at = `/services/${service}`;
      this.#merge(
        this.services,
        { [service]: { success: { headers: { timestampForms: forms } } } },
        '/services',
        () => originFor(`${at}/timestamp/accept`),
      );
    }
  }

  #merge(
    into: Record<string, unknown>,
    from: object,
    at: string,
    originFor: (pointer: string) => Origin,
  ): void {
    for (const [key, value] of Object.entries(from)) {
      const pointer = `${at}/${escapePointer(key)}`;
      if (isObject(value)) {
        const below = isObject(into[key]) ? into[key] : {};
        into[key] = below;
        delete this.origins[pointer];
        this.#merge(below, value, pointer, originFor);
      } else {
        into[key] = structuredClone(value);
        // When a plain value replaces an object, the origins of the object's members go too.
        for (const at of Object.keys(this.origins))
          if (at.startsWith(`${pointer}/`)) delete this.origins[at];
        this.origins[pointer] = originFor(pointer);
      }
    }
  }
}
