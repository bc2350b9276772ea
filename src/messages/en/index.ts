import { cliExplain } from './cli/explain.js';
import { cliRun } from './cli/run.js';
import { cliVerify } from './cli/verify.js';
import { formRows } from './form/rows.js';
import { httpAnswer } from './http/answer.js';
import { httpForeignAnswer } from './http/foreign-answer.js';
import { httpHead } from './http/head.js';
import { httpNoAnswer } from './http/no-answer.js';
import { httpTls } from './http/tls.js';
import { mistakes } from './mistakes/index.js';
import { reportExchange } from './report/exchange.js';
import { reportLabels } from './report/labels.js';
import { reportVerdict } from './report/verdict.js';
import { catalogue } from './run/catalogue.js';
import { causes } from './run/causes.js';
import { causesOfFindings } from './run/causes-of-findings.js';
import { checks } from './run/checks.js';
import { control } from './run/control.js';
import { course } from './run/course.js';
import { detect } from './run/detect.js';
import { notes } from './run/notes.js';
import { stray } from './run/stray.js';
import { schemaViolation } from './schema/violation.js';
import { sharedErrors } from './shared/errors.js';
import { sharedHeaders } from './shared/headers.js';
import { sharedPreconditions } from './shared/preconditions.js';
import { sharedRequest } from './shared/request.js';
import { sharedResponse } from './shared/response.js';
import { sharedSignature } from './shared/signature.js';
import { sharedTimestamp } from './shared/timestamp.js';
import { sharedTokenControl } from './shared/token-control.js';
import { signatureUtilityAnswer } from './signature-utility/answer.js';
import { signatureUtilityControl } from './signature-utility/control.js';
import { signatureUtilityRequest } from './signature-utility/request.js';
import { signingRules } from './signing/rules.js';
import { signingSchemes } from './signing/schemes.js';
import { tokenB2bBody } from './token-b2b/body.js';
import { tokenB2bExpiry } from './token-b2b/expiry.js';
import { tokenB2bHeaders } from './token-b2b/headers.js';
import { tokenB2bHttp } from './token-b2b/http.js';
import { tokenB2bResponse } from './token-b2b/response.js';
import { tokenB2bSecurity } from './token-b2b/security.js';
import { tokenB2bSignature } from './token-b2b/signature.js';
import { tokenB2bTimestamp } from './token-b2b/timestamp.js';
import { tokenB2bTransport } from './token-b2b/transport.js';
import { tokenB2b2cBody } from './token-b2b2c/body.js';
import { tokenB2b2cCodes } from './token-b2b2c/codes.js';
import { tokenB2b2cControl } from './token-b2b2c/control.js';
import { tokenB2b2cExpiry } from './token-b2b2c/expiry.js';
import { tokenB2b2cGrants } from './token-b2b2c/grants.js';
import { tokenB2b2cHeaders } from './token-b2b2c/headers.js';
import { tokenB2b2cResponse } from './token-b2b2c/response.js';
import { tokenB2b2cSignature } from './token-b2b2c/signature.js';
import { transactionBody } from './transaction/body.js';
import { transactionControl } from './transaction/control.js';
import { transactionCustomer } from './transaction/customer.js';
import { transactionHeaders } from './transaction/headers.js';
import { transactionResponse } from './transaction/response.js';
import { transactionSignature } from './transaction/signature.js';
import { transactionTimestamp } from './transaction/timestamp.js';
import { transactionToken } from './transaction/token.js';
import { transactionTokenLife } from './transaction/token-life.js';

/** Every message in English, by id. */
export const en = {
  ...cliExplain,
  ...cliRun,
  ...cliVerify,
  ...formRows,
  ...httpAnswer,
  ...httpForeignAnswer,
  ...httpHead,
  ...httpNoAnswer,
  ...httpTls,
  ...mistakes,
  ...reportExchange,
  ...reportLabels,
  ...reportVerdict,
  ...catalogue,
  ...causes,
  ...causesOfFindings,
  ...checks,
  ...control,
  ...course,
  ...detect,
  ...notes,
  ...stray,
  ...schemaViolation,
  ...sharedErrors,
  ...sharedHeaders,
  ...sharedPreconditions,
  ...sharedRequest,
  ...sharedResponse,
  ...sharedSignature,
  ...sharedTimestamp,
  ...sharedTokenControl,
  ...signatureUtilityAnswer,
  ...signatureUtilityControl,
  ...signatureUtilityRequest,
  ...signingRules,
  ...signingSchemes,
  ...tokenB2bBody,
  ...tokenB2bExpiry,
  ...tokenB2bHeaders,
  ...tokenB2bHttp,
  ...tokenB2bResponse,
  ...tokenB2bSecurity,
  ...tokenB2bSignature,
  ...tokenB2bTimestamp,
  ...tokenB2bTransport,
  ...tokenB2b2cBody,
  ...tokenB2b2cCodes,
  ...tokenB2b2cControl,
  ...tokenB2b2cExpiry,
  ...tokenB2b2cGrants,
  ...tokenB2b2cHeaders,
  ...tokenB2b2cResponse,
  ...tokenB2b2cSignature,
  ...transactionBody,
  ...transactionControl,
  ...transactionCustomer,
  ...transactionHeaders,
  ...transactionResponse,
  ...transactionSignature,
  ...transactionTimestamp,
  ...transactionToken,
  ...transactionTokenLife,
};
