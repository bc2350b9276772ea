/** How a request differs from the control, whichever service it is sent to. */
export const sharedRequest = {
  /** `field` is a header or a member of the body. */
  'shared/request/left-out': ({ field }: { field: string }) => `${field} was left out`,
  'shared/request/header-empty': ({ header }: { header: string }) => `${header} was empty`,
  'shared/request/header-twice': ({
    header,
    place,
  }: {
    header: string;
    place: 'before' | 'after';
  }) => `${header} stands twice, another value ${place} the right one`,
  'shared/request/header-renamed': ({ header, other }: { header: string; other: string }) =>
    `${other} stands in place of ${header}`,
  'shared/request/header-added': ({ header, value }: { header: string; value: string }) =>
    `${header}: ${value}`,
  'shared/request/method': ({ method }: { method: string }) => `sent with ${method}`,
  'shared/request/unknown-client': () => 'X-CLIENT-KEY names a client that nobody registered',
  'shared/request/body-not-json': () => 'the body is not JSON',
};
