/** What each code of an input problem says. A code, once released, keeps its meaning. */
export const problemCodes = {
  // Files
  'file-not-found': 'a file that was named is not there',
  'file-unreadable': 'a file that was named cannot be read, or is a folder',
  'file-too-large': 'a file is larger than any of its kind, or never ends',
  'file-empty': 'a file that should hold a secret is empty',
  'would-overwrite': 'a file that is there would be overwritten',
  'not-writable': 'a file or folder cannot be written to',
  'not-yaml': 'a file that is written as YAML was given another ending',
  'invalid-json': 'a text is not JSON',
  'invalid-yaml': 'a text is not YAML',
  'unknown-member': 'an object has a member that its schema does not know',
  'missing-member': 'an object lacks a member that its schema demands',
  'invalid-value': 'a value does not have the type, form or range that its schema demands',

  // Config
  'config-not-found': 'no config was named, and none is in the folder',
  'config-failed': 'a config in TypeScript or JavaScript could not be run',
  'config-shadowed': 'a run would read another config than the one that is to be written',
  'variable-unset': 'an environment variable that was named is not set',
  'duplicate-target': 'two targets, or two services of one, have the same name',
  'conflicting-members': 'two members of a config say the same thing, and exclude each other',
  'unknown-target': 'no target has that name',
  'target-in-production':
    'a target has `environment: production`, and the command sends what may only be sent to a sandbox',
  'invalid-url': 'a text is not an http or https URL of the form that is asked for',
  'url-with-credentials': 'a URL holds a user name or a password',
  'stray-character':
    'an id or the value of a header has white space, quotation marks or an invisible character that was hardly meant',
  'suite-not-found': 'a suite that the config names is not there',
  'not-a-suite': 'a file that the config names as a suite does not have the name of one',
  'suites-failed': 'a suite could not be loaded, or exports no area',
  'check-without-requirement': 'a suite has a check that its requirements file does not state',
  'requirement-without-check': 'a requirements file states what no check of its suite tests',
  'unknown-service': 'no service has that name',
  'duplicate-requirement': 'two requirements have the same id',
  'level-above-sources': 'a requirement has a higher level than the words of its sources permit',

  // Keys and certificates
  'key-unreadable': 'a key cannot be used; `cause` is the `KeyError`',
  'pem-as-file-name': 'a key or certificate stands where the name of its file should',
  'certificate-unreadable': 'a text is not a certificate',
  'tls-key-unreadable': 'a text is not a private key for TLS',
  'tls-pair-incomplete': 'a client certificate lacks its key, or a key its certificate',
  'tls-pair-twice': 'a target has two client certificates',
  'pfx-unreadable': 'a PKCS#12 keystore cannot be used, or its passphrase does not open it',
  'command-failed': 'a command that was to print a secret failed, or printed nothing',
  'tls-pair-mismatch': 'a client certificate and its key do not belong together',

  // Profiles
  'unknown-profile': 'no profile has that name, and no file that path',
  'profile-circular': 'a profile extends itself',
  'profile-incomplete': 'a profile leaves a value open',
  'unknown-requirement': 'no requirement has that id',
  'unknown-document': 'a profile cites a document that it does not list',
  'unknown-schema': 'a profile names a wire schema that is not there',
  'invalid-pattern': 'a pattern is not a regular expression',
  'invalid-reading': 'the schema of a reading is not a JSON Schema',
  'source-without-value': 'a profile gives the source of a value that it does not state',
  'header-reserved': 'a profile makes a rule for a header that every request has by itself',
  'header-twice': 'a profile names one header in two spellings',
  'header-without-value':
    'the profile requires a header for which neither it nor the config has a value',
  'service-not-offered': 'the document of the profile offers no such service',
  'scheme-open':
    'the profile leaves the transaction scheme to each client, and the config does not say which',
  'scheme-mismatch': 'what was given does not fit the transaction scheme of the profile',

  // The certification form
  'unknown-form': 'no version of the certification form has that name',
  'form-circular': 'a form extends itself',
  'unknown-row': 'the form has no row of that number, and not enough is said to add one',

  // Checks and the sandbox
  'budget-too-small': 'a budget of requests does not even allow one probe for each chosen check',
  'no-check-chosen': 'no check is left of those that were asked for',
  'unknown-fault': 'no fault has that name',
  'unknown-variation': 'no variation has that name',
  'fault-needs-https': 'a fault shows over HTTPS only, which a started sandbox does not speak',
  'port-unavailable': 'a port is in use, or cannot be listened on',

  // Options of the command
  'invalid-option': 'the value of an option does not have the form that the option takes',
  'missing-option': 'an option or argument is missing',
  'conflicting-options': 'options exclude each other, or ask for more than one thing',
  'unknown-reporter': 'no report format has that name',
  'unknown-command': 'no command has that name',

  // Requests that are given as text
  'request-unreadable': 'a text is no curl command, HAR, HTTP request or collection, or is broken',
  'request-incomplete':
    'a request lacks what its signature needs, or holds a placeholder or a shortened value in its place',
  'entry-open': 'a recording holds several requests, and it is open which one is meant',

  // Results and baselines
  'not-a-result': 'a file is a report, not a result',
  'no-result': 'a folder holds no result of a run',
  'no-journal': 'a folder holds no journal of a run that did not end',
  'not-a-journal': 'a file is not the journal of a run, or was changed',
  'result-too-new': 'a result was written by a newer version',
  'result-edited': 'a verdict or the counts of a result are not those of its outcomes',
  'no-common-target': 'two results that are compared have no target in common',
  'results-differ': 'results of different versions, catalogues or depths cannot be merged',
  'targets-differ': 'two parts of one target are not of the same endpoint and profile',
  'duplicate-check': 'two parts of one target, or two suites, hold the same check',
  'duplicate-entry': 'a baseline or a policy lists the same failure twice',
  'other-catalogue': 'a policy is for another catalogue of requirements than the one at hand',
} as const;

/** Names what is wrong with the input, for programs. */
export type ProblemCode = keyof typeof problemCodes;
