import { expect, it } from 'vitest';
import { tokenStringToSign } from '../../src/protocol/string-to-sign.js';

it.each([
  ['client', '2024-03-19T11:46:16+07:00', 'client|2024-03-19T11:46:16+07:00'],
  [' client ', '2024-03-19T04:46:16.000Z', ' client |2024-03-19T04:46:16.000Z'],
  ['a|b', 'not a timestamp', 'a|b|not a timestamp'],
  ['', '', '|'],
])('joins %j and %j as they are', (clientId, timestamp, expected) => {
  expect(tokenStringToSign(clientId, timestamp)).toBe(expected);
});
