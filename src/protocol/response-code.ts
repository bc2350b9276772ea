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
 * @returns undefined unless the text is exactly seven ASCII digits
 *
 * Source: ASPI, response codes: `responseCode`, String (7).
 */
export function parseResponseCode(code: string): ResponseCode | undefined {
  if (!/^\d{7}$/.test(code)) return undefined;
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
