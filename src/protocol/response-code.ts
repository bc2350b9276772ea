import { type ResponseCase, responseCases } from './response-cases.js';

export { type ResponseCase, responseCases } from './response-cases.js';

/** The three parts of a response code; the service and case codes keep their leading zeros. */
export interface ResponseCode {
  httpStatus: number;
  serviceCode: string;
  caseCode: string;
}

/**
 * Splits a `responseCode`: three digits of HTTP status, two of service, two of case.
 *
 * @param serviceCode the service's own code: if it has letters, other services' codes may have some too
 * @returns undefined unless the text is exactly seven ASCII digits, or has letters where the service's code may
 *
 * Source: ASPI, response codes: `responseCode`, String (7). Some providers' own services have letters: `200US00`.
 */
export function parseResponseCode(code: string, serviceCode = ''): ResponseCode | undefined {
  const form = /[A-Z]/.test(serviceCode) ? /^\d{3}[0-9A-Z]{2}\d{2}$/ : /^\d{7}$/;
  if (!form.test(code)) return undefined;
  return {
    httpStatus: Number(code.slice(0, 3)),
    serviceCode: code.slice(3, 5),
    caseCode: code.slice(5),
  };
}

/** Looks up a case in the standard's table; undefined if the standard has no such case. */
export function responseCase(httpStatus: number, caseCode: string): ResponseCase | undefined {
  return responseCases.find((each) => each.httpStatus === httpStatus && each.caseCode === caseCode);
}
