import { bodyKinds } from './kinds/body.js';
import { connectionKinds } from './kinds/connections.js';
import { framingKinds } from './kinds/framing.js';
import { headerKinds } from './kinds/headers.js';
import { interimKinds } from './kinds/interim.js';
import { serviceKinds } from './kinds/services.js';
import { statusLineKinds } from './kinds/status-line.js';
import { tlsKinds } from './kinds/tls.js';
import type { ServerKind } from './server-kind.js';

/** All kinds, by what they are about. */
export const serverKinds: Readonly<Record<string, readonly ServerKind[]>> = {
  'Interim answers': interimKinds,
  'Status line': statusLineKinds,
  Headers: headerKinds,
  'Length of the body': framingKinds,
  Body: bodyKinds,
  Connections: connectionKinds,
  TLS: tlsKinds,
  'The service itself': serviceKinds,
};

/** All of them in a row. */
export const allKinds: readonly ServerKind[] = Object.values(serverKinds).flat();
