import type { Area } from '../../src/engine/checks/area.js';
import { auth } from './auth.js';
import { service } from './service.js';

/** The areas of signature-utility in the order of a run. */
export const signatureUtilityAreas: readonly Area<'signature-utility'>[] = [auth, service];
