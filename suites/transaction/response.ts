import { area } from '../../src/engine/checks/area.js';
import { judged } from '../../src/engine/checks/judged.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import type { SettingsOf } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';
import { transaction } from './transaction.js';

/** Judged over every transaction of the run that was carried out, by the schema or by a rule. */
const grant = (name: string, settings: string[] = []) =>
  judged<'transaction'>(name, { over: 'grants', settings });

/** As {@link grant}, if a grant may lack a code and a message. */
const ifThere = (name: string) =>
  judged<'transaction'>(name, {
    over: 'grants',
    settings: ['/success/codePresence'],
    otherwise: inapplicable(say('transaction/response/optional-and-absent')),
  });

const ofTimestamp = (name: string, settings: string[]) =>
  judged<'transaction'>(name, {
    over: 'grants',
    settings,
    when: ({ settings: { success } }: { settings: SettingsOf<'transaction'> }) => {
      if (success.headers['X-TIMESTAMP'] === 'unspecified')
        throw inapplicable(say('shared/response/header-not-documented', { header: 'X-TIMESTAMP' }));
    },
  });

export const response = area(transaction, 'response', [
  ifThere('status'),
  grant('content-type'),
  grant('body-json'),
  ifThere('response-code'),
  ifThere('response-message'),
  ofTimestamp('timestamp-header', ['/success/headers/X-TIMESTAMP']),
  ofTimestamp('timestamp-header-format', ['/success/headers/timestampForms']),
  ofTimestamp('timestamp-header-now', ['/success/headers/X-TIMESTAMP']),
]);
