/** Why there is no authorization code. `member` is the one of `customer` in the config that has the source. */
export const tokenB2b2cCodes = {
  'token-b2b2c/codes/none-asked-for': () => 'no authorization code was asked for',
  'token-b2b2c/codes/none-left': ({ member, listed }: { member: string; listed: number }) =>
    `no more authorization codes: customer.${member} lists ${listed}`,
  'token-b2b2c/codes/source-failed': ({ member, why }: { member: string; why: string }) =>
    `customer.${member}: ${why}`,
  'token-b2b2c/codes/not-a-code': () => 'what came is no authorization code',
  'token-b2b2c/codes/command-stopped': ({ file, seconds }: { file: string; seconds: number }) =>
    `the command ${file} was stopped after ${seconds} s`,
  'token-b2b2c/codes/command-failed': ({ file, status }: { file: string; status: number }) =>
    `the command ${file} ended with status ${status}`,
  'token-b2b2c/codes/command-killed': ({ file, signal }: { file: string; signal: string }) =>
    `the command ${file} was ended by ${signal}`,
  'token-b2b2c/codes/command-prints-much': ({ file, most }: { file: string; most: number }) =>
    `the command ${file} printed more than ${most} characters`,
  'token-b2b2c/codes/command-not-run': ({ file, code }: { file: string; code: string }) =>
    `the command ${file} can't be run: ${code}`,
  'token-b2b2c/codes/url-refused': ({ status }: { status: number }) =>
    `the URL answered with HTTP ${status}`,
  'token-b2b2c/codes/url-silent': ({ code }: { code: string }) => `the URL gave no answer: ${code}`,
};
