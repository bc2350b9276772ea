import { accepts, area, headerValue, refuses, tokenB2b } from 'snap-conformance/suite';

// The area of house-rules.yaml, the file next to this one, which says what each check demands.
export const houseRules = area(tokenB2b, 'house-rules', [
  accepts('accepts-trace-context', {
    probes: () => [
      headerValue(
        'traceparent',
        '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        'it carries a trace context',
      ),
    ],
  }),
  refuses('refuses-foreign-origin', {
    as: 'other',
    probes: () => [headerValue('Origin', 'https://shop.example', 'it comes from a page')],
  }),
]);
