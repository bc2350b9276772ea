import type { Rule, ServiceId } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';

/** The rules over answers to valid requests, whichever service gives them. */
export function validRules<S extends ServiceId>(service: S): readonly Rule<S>[] {
  return [
    {
      id: `${service}/errors/valid-not-5xx`,
      judge: ({ answer }) =>
        answer.status < 500
          ? undefined
          : say('shared/errors/broke-on-a-valid-request', { status: answer.status }),
    },
  ];
}
