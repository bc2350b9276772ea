import { toolName } from '../../input/package-root.js';
import { headerOf, type WireRequest } from '../wire.js';

/** The request with a User-Agent, unless it names one itself. */
export function withUserAgent(request: WireRequest): WireRequest {
  if (headerOf(request.headers, 'user-agent') !== undefined) return request;
  return { ...request, headers: [...request.headers, ['User-Agent', toolName]] };
}
