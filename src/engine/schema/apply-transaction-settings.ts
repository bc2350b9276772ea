import type { SettingsOf } from '../session/service.js';
import type { WireSchemaJson } from './wire-schema.js';

type Schema = Record<string, unknown> & {
  required?: string[];
  properties?: Record<string, Schema>;
};

/** The wire schema of a transaction with a profile's settings, and the service's code, in their places. */
export function applyTransactionSettings(
  schema: WireSchemaJson,
  { success, timestamp, serviceCode }: SettingsOf<'transaction'>,
): WireSchemaJson {
  const settled = structuredClone(schema);
  const { requestHeaders, responseHeaders, response } = settled.$defs as Record<string, Schema>;
  const sent = requestHeaders?.properties?.['x-timestamp'];
  if (sent) sent['x-timestamp-forms'] = [...timestamp.accept];
  const received = responseHeaders?.properties?.['x-timestamp'];
  if (received) received['x-timestamp-forms'] = [...success.headers.timestampForms];
  if (responseHeaders)
    responseHeaders.required = success.headers['X-TIMESTAMP'] === 'required' ? ['x-timestamp'] : [];
  if (response)
    response.required =
      success.codePresence === 'required' ? ['responseCode', 'responseMessage'] : [];
  const code = response?.properties?.['responseCode'];
  if (code) code['pattern'] = `^2[0-9]{2}${serviceCode}[0-9]{2}$`;
  return settled;
}
