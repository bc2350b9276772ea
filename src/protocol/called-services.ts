/** A service that is called with an access token: its code, and how the standard offers it. */
interface CalledService {
  title: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Without the version in front: `/balance-inquiry`. */
  path: string;
  /** It only looks something up: calling it again leaves no more behind than calling it once. */
  inquires?: true;
}

type Row = readonly [title: string, method: CalledService['method'], path: string];

/** Those that look something up. */
const inquiries: Readonly<Record<string, Row>> = {
  '03': ['Card Registration Inquiry', 'GET', '/registration-card-inquiry'],
  '08': ['Account Binding Inquiry', 'POST', '/registration-account-inquiry'],
  '11': ['Balance Inquiry', 'POST', '/balance-inquiry'],
  '12': ['Transaction History List', 'POST', '/transaction-history-list'],
  '13': ['Transaction History Detail', 'POST', '/transaction-history-detail'],
  '14': ['Bank Statement', 'POST', '/bank-statement'],
  '15': ['Internal Account Inquiry', 'POST', '/account-inquiry-internal'],
  '16': ['External Account Inquiry', 'POST', '/account-inquiry-external'],
  '24': ['Virtual Account Inquiry', 'POST', '/transfer-va/inquiry'],
  '26': ['Virtual Account Inquiry Status', 'POST', '/transfer-va/status'],
  '30': ['Inquiry VA', 'POST', '/transfer-va/inquiry-va'],
  '32': ['Inquiry Payment to VA from Intra Bank', 'POST', '/transfer-va/inquiry-intrabank'],
  '35': ['Virtual Account Get Report', 'GET', '/transfer-va/report'],
  '36': ['Transaction Status Inquiry', 'POST', '/transfer/status'],
  '37': ['Account Inquiry for Customer Top Up', 'POST', '/emoney/account-inquiry'],
  '39': ['Customer Top Up Inquiry Status', 'POST', '/emoney/topup-status'],
  '42': ['Transfer to Bank Account Inquiry', 'POST', '/emoney/bank-account-inquiry'],
  '45': ['Transfer to OTC Status', 'POST', '/emoney/otc-status'],
  '48': ['Decode QR MPM', 'POST', '/qr/qr-mpm-decode'],
  '51': ['QR MPM Query Payment', 'POST', '/qr/qr-mpm-query'],
  '53': ['QR MPM Transaction Status Inquiry', 'POST', '/qr/qr-mpm-status'],
  '55': ['Direct Debit Payment Status', 'POST', '/debit/status'],
  '61': ['QR CPM Query Payment', 'POST', '/qr/qr-cpm-query'],
  '64': ['Auth Payment Query', 'GET', '/auth/query'],
  '66': ['Capture Query', 'GET', '/auth/capture-query'],
  '68': ['Void Query', 'GET', '/auth/void-query'],
};

/** Those that create, change, move or announce something, or send somebody a message. */
const effects: Readonly<Record<string, Row>> = {
  '01': ['Card Registration', 'POST', '/registration-card-bind'],
  '02': ['Card Registration Set Limit', 'POST', '/registration/card-bind-limit'],
  '04': ['Verify OTP', 'POST', '/otp-verification'],
  '05': ['Card Registration Unbinding', 'POST', '/registration-card-unbind'],
  '06': ['Account Creation', 'POST', '/registration-account-creation'],
  '07': ['Account Binding', 'POST', '/registration-account-binding'],
  '09': ['Account Unbinding', 'POST', '/registration-account-unbinding'],
  '10': ['Get OAuth URL', 'GET', '/get-auth-code'],
  '17': ['Intrabank Transfer', 'POST', '/transfer-intrabank'],
  '18': ['Interbank Transfer', 'POST', '/transfer-interbank'],
  '19': ['Request for Payment', 'POST', '/transfer-request-for-payment'],
  '20': ['Interbank Bulk Transfer', 'POST', '/transfer-interbank-bulk'],
  '21': ['Interbank Bulk Transfer Notification', 'POST', '/transfer-interbank-bulk/notify'],
  '22': ['Transfer RTGS', 'POST', '/transfer-rtgs'],
  '23': ['Transfer SKNBI', 'POST', '/transfer-skn'],
  '25': ['Virtual Account Payment', 'POST', '/transfer-va/payment'],
  '27': ['Create VA', 'POST', '/transfer-va/create-va'],
  '28': ['Update VA', 'PUT', '/transfer-va/update-va'],
  '29': ['Update Status VA', 'PUT', '/transfer-va/update-status'],
  '31': ['Delete VA', 'DELETE', '/transfer-va/delete-va'],
  '33': ['Payment to VA from Intra Bank', 'POST', '/transfer-va/payment-intrabank'],
  '34': [
    'Notification for Payment to VA from Intra Bank',
    'POST',
    '/transfer-va/notify-payment-intrabank',
  ],
  '38': ['Customer Top Up', 'POST', '/emoney/topup'],
  '40': ['Submit Bulk Cash In', 'POST', '/emoney/bulk-cashin-payment'],
  '41': ['Notify Bulk Cash In', 'POST', '/emoney/bulk-cashin-notify'],
  '43': ['Transfer to Bank Payment', 'POST', '/emoney/transfer-bank'],
  '44': ['Transfer to OTC Create Payment', 'POST', '/emoney/otc-cashout'],
  '46': ['Transfer to OTC Cancel Payment', 'POST', '/emoney/otc-cancel'],
  '47': ['Generate QR MPM', 'POST', '/qr/qr-mpm-generate'],
  '49': ['Payment Redirect', 'POST', '/qr/apply-ott'],
  '50': ['Payment Host to Host', 'POST', '/qr/qr-mpm-payment'],
  '52': ['QR MPM Payment Notification', 'POST', '/qr/qr-mpm-notify'],
  '54': ['Direct Debit Payment', 'POST', '/debit/payment-host-to-host'],
  '56': ['Direct Debit Payment Notification', 'POST', '/debit/notify'],
  '57': ['Direct Debit Payment Cancel', 'POST', '/debit/cancel'],
  '58': ['Direct Debit Payment Refund', 'POST', '/debit/refund'],
  '59': ['Generate QR CPM', 'POST', '/qr/qr-cpm-generate'],
  '60': ['QR CPM Payment', 'POST', '/qr/qr-cpm-payment'],
  '62': ['QR CPM Cancel Payment', 'POST', '/qr/qr-cpm-cancel'],
  '63': ['Auth Payment', 'GET', '/auth/payment'],
  '65': ['Capture', 'GET', '/auth/capture'],
  '67': ['Void', 'GET', '/auth/void'],
  '69': ['Auth Payment Refund', 'GET', '/auth/refund'],
  '70': ['e-Mandate Registration', 'POST', '/debit/fast-emandate'],
  '71': ['Trigger Direct Debit Transfer', 'POST', '/debit/fast-payment'],
  '72': ['Direct Debit Notify', 'POST', '/debit/fast-notify'],
  '75': ['SKNBI Notification', 'POST', '/transfer-skn/notify'],
  '76': ['RTGS Notification', 'POST', '/transfer-rtgs/notify'],
  '77': ['QR MPM Cancel Payment', 'POST', '/qr/qr-mpm-cancel'],
  '78': ['QR MPM Refund Payment', 'POST', '/qr/qr-mpm-refund'],
  '79': ['QR CPM Payment Notification', 'POST', '/qr/qr-cpm-notify'],
  '80': ['QR CPM Refund Payment', 'POST', '/qr/qr-cpm-refund'],
  '81': ['OTP', 'POST', '/otp'],
};

/**
 * The services of the standard that are called with an access token, by service code.
 *
 * Source: ASPI developer site, list of services (code, method, path); what each of them does is told by its title.
 */
export const calledServices: ReadonlyMap<string, CalledService> = new Map(
  [...rowsOf(inquiries, true), ...rowsOf(effects)].toSorted(([a], [b]) => a.localeCompare(b)),
);

/** True for a service that only looks something up; of a code that the standard doesn't have, nothing is known. */
export function inquires(serviceCode: string): boolean {
  return calledServices.get(serviceCode)?.inquires ?? false;
}

function rowsOf(rows: Readonly<Record<string, Row>>, inquires?: true): [string, CalledService][] {
  return Object.entries(rows).map(([code, [title, method, path]]) => [
    code,
    { title, method, path, ...(inquires && { inquires }) },
  ]);
}
