/** What is said of refusals, whichever service gives them. */
export const sharedErrors = {
  'shared/errors/code-of-other-status': ({
    status,
    code,
    codeStatus,
  }: {
    status: number;
    code: string | undefined;
    codeStatus: number;
  }) => `HTTP ${status} with the code ${code}, which says ${codeStatus}`,
  'shared/errors/code-of-other-service': ({
    code,
    named,
    own,
  }: {
    code: string | undefined;
    named: string;
    own: string;
  }) => `the code ${code} names service ${named}, not ${own}`,
  'shared/errors/unknown-case': ({
    code,
    caseCode,
    codeStatus,
  }: {
    code: string | undefined;
    caseCode: string;
    codeStatus: number;
  }) => `the standard's table has no case ${caseCode} under ${codeStatus} (${code})`,
  'shared/errors/other-code': ({
    faultClass,
    code,
    documented,
  }: {
    faultClass: string;
    code: string | undefined;
    documented: string[];
  }) => `${faultClass}: the code is ${code}, documented is ${documented.join(' or ')}`,
  'shared/errors/other-status': ({
    faultClass,
    status,
    documented,
  }: {
    faultClass: string;
    status: number;
    documented: string[];
  }) => `${faultClass}: the HTTP status is ${status}, documented is ${documented.join(' or ')}`,
  'shared/errors/codes-of-own-form': () => "codes are of the provider's own form in the document",
  'shared/errors/router-answer': ({
    status,
    documented,
  }: {
    status: number;
    documented: string[];
  }) =>
    `another method is refused by the router, not by the service: HTTP ${status} without a responseCode, documented is ${documented.join(' or ')}`,
  'shared/errors/other-message': ({
    faultClass,
    text,
    documented,
  }: {
    faultClass: string | undefined;
    text: string;
    documented: string[];
  }) =>
    `${faultClass}: the message is ${JSON.stringify(text)}, documented is ${documented.map((each) => JSON.stringify(each)).join(' or ')}`,
  'shared/errors/field-not-named': ({ text, field }: { text: string; field: string }) =>
    `the message ${JSON.stringify(text)} doesn't name the field ${field}`,
  'shared/errors/content-type': ({ mediaType }: { mediaType: string | undefined }) =>
    `the refusal's Content-Type is ${mediaType ?? 'absent'}, not application/json`,
  'shared/errors/no-timestamp-header': () => 'the refusal has no X-TIMESTAMP header',
  'shared/errors/carries-token': ({ status, code }: { status: number; code: string | undefined }) =>
    `the refusal (HTTP ${status}${code === undefined ? '' : `, ${code}`}) carries an access token`,
  'shared/errors/target-broke': ({ status }: { status: number }) =>
    `HTTP ${status}: the target broke on a request that it should refuse`,
  'shared/errors/broke-on-a-valid-request': ({ status }: { status: number }) =>
    `HTTP ${status} to a valid request`,
  'shared/errors/success-status': ({ status }: { status: number }) =>
    `a refusal under HTTP ${status}`,
  'shared/errors/leaks': ({ leak }: { leak: string }) => `the refusal shows ${leak}`,
  'shared/errors/stack-trace': () => 'a stack trace',
  'shared/errors/exception-name': () => 'the name of an internal exception',
  'shared/errors/sql-error': () => 'an SQL error',
  'shared/errors/file-path': () => 'a file path of the server',
  'shared/errors/error-page': () => "a framework's error page",
  'shared/errors/answer-not-documented': () => 'the document does not show the answer to this',
  'shared/errors/nothing-gets-it-wrong': () => 'nothing that this target is asked gets this wrong',
  'shared/errors/no-answer-documented': () => 'the document shows no answer to a wrong request',
  'shared/errors/no-message-documented': () =>
    'the document shows no message of an answer to a wrong request',
  'shared/errors/no-documented-message-seen': () =>
    'no refusal of the run has an answer whose message is documented',
  'shared/errors/no-field-case-seen': () =>
    'no documented refusal of the run has one of the cases that name a field',
};
