import type { TokenB2b2c } from '../../../schemas/resolved.js';
import {
  anyLetterCase,
  requireMember,
  type SettledSchema,
  setTimestampForms,
  setType,
} from './apply-token-settings.js';
import type { WireSchemaJson } from './wire-schema.js';

/** The wire schema of the service B2B2C with a profile's settings written into the places that they govern. */
export function applyTokenB2b2cSettings(
  schema: WireSchemaJson,
  settings: TokenB2b2c,
): WireSchemaJson {
  const settled = structuredClone(schema);
  const { requestHeaders, request, responseHeaders, response } = settled.$defs as Record<
    string,
    SettledSchema
  >;
  const { success, grantType, timestamp, authCodeMaxLength } = settings;
  setTimestampForms(requestHeaders?.properties?.['x-timestamp'], timestamp.accept);
  const sent = request?.properties ?? {};
  if (sent['grantType'])
    sent['grantType']['enum'] = [...grantType.authorizationCode, ...grantType.refreshToken];
  setMaxLength(sent['authCode'], authCodeMaxLength);
  setMaxLength(sent['refreshToken'], success.refreshTokenMaxLength);

  setTimestampForms(responseHeaders?.properties?.['x-timestamp'], success.headers.timestampForms);
  if (responseHeaders) {
    requireMember(responseHeaders, 'x-timestamp', success.headers['X-TIMESTAMP'] === 'required');
    requireMember(responseHeaders, 'x-client-key', success.headers['X-CLIENT-KEY'] === 'required');
  }
  if (!response) return settled;
  const given = response.properties ?? {};
  requireMember(response, 'responseCode', success.codePresence === 'required');
  requireMember(response, 'responseMessage', success.codePresence === 'required');
  requireMember(response, 'tokenType', success.tokenTypePresence === 'required');
  if (given['responseCode']) given['responseCode']['const'] = success.code;
  setMaxLength(given['accessToken'], success.tokenMaxLength);
  setMaxLength(given['refreshToken'], success.refreshTokenMaxLength);
  for (const branch of given['tokenType']?.allOf ?? []) {
    if (Object.hasOwn(branch, 'enum')) branch['enum'] = success.tokenTypes;
    if (Object.hasOwn(branch, 'pattern')) branch['pattern'] = anyLetterCase(success.tokenTypes);
  }
  setTimestampForms(given['accessTokenExpiryTime'], success.expiryTime.forms);
  setTimestampForms(given['refreshTokenExpiryTime'], success.expiryTime.forms);
  if (success.additionalInfo === 'unspecified') delete given['additionalInfo'];
  else setType(given['additionalInfo'], [success.additionalInfo]);
  return settled;
}

function setMaxLength(property: SettledSchema | undefined, length: number | 'unspecified'): void {
  if (!property) return;
  if (length === 'unspecified') delete property['maxLength'];
  else property['maxLength'] = length;
}
