import type { Catalogue } from '../catalogue/catalogue.js';
import { fitsPattern } from '../catalogue/choose.js';
import type { TargetPlan } from '../plan/plan.js';

/**
 * True for a check that isn't made of a target because that is in production: it sends more than the control, and no
 * `--allow-production` names it.
 *
 * @param check `readsOnly`: it sends nothing, and judges what answered accepted requests.
 */
export function isHeldBack(
  { production }: Pick<TargetPlan, 'production'>,
  catalogue: Catalogue,
  { id, check }: { id: string; check: { readsOnly?: true } },
): boolean {
  if (!production || check.readsOnly) return false;
  return !production.allow.some((pattern) => fitsPattern(catalogue, id, pattern));
}
