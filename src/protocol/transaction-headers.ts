/**
 * The headers of a transaction that the standard has rules for, besides those that sign it: who calls, with which
 * number, through which channel, and for which customer.
 *
 * Source: ASPI, transaction headers, and transaction headers B2B2C.
 */
export const standardHeaders = [
  'X-PARTNER-ID',
  'X-EXTERNAL-ID',
  'CHANNEL-ID',
  'Authorization-Customer',
  'X-DEVICE-ID',
] as const;
