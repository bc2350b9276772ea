import { checks } from './run/checks.js';
import { control } from './run/control.js';
import { tokenB2bBody } from './token-b2b/body.js';
import { tokenB2bExpiry } from './token-b2b/expiry.js';
import { tokenB2bHeaders } from './token-b2b/headers.js';
import { tokenB2bHttp } from './token-b2b/http.js';
import { tokenB2bResponse } from './token-b2b/response.js';
import { tokenB2bSecurity } from './token-b2b/security.js';
import { tokenB2bSignature } from './token-b2b/signature.js';
import { tokenB2bTransport } from './token-b2b/transport.js';

/** Every message in English, by id. */
export const en = {
  ...checks,
  ...control,
  ...tokenB2bBody,
  ...tokenB2bExpiry,
  ...tokenB2bHeaders,
  ...tokenB2bHttp,
  ...tokenB2bResponse,
  ...tokenB2bSecurity,
  ...tokenB2bSignature,
  ...tokenB2bTransport,
};
