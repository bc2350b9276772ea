/** The head of a target in English: what its verdict comes to, the checks at a glance, what to do. */
export const headEn = {
  headConformant: '{0} is conformant',
  headNonConformant: '{0} is non-conformant',
  headInconclusive: '{0} could not be judged',
  headMany: '{0} of {1} targets conformant',

  brokenOf: '{0} of {1} tested {1|rule|rules} {0|is|are} broken',
  brokenBesidesKnown:
    '{0} of {1} tested {1|rule|rules} {0|is|are} broken, besides {2} known {2|failure|failures}',
  weightiest: 'the weightiest',
  weightiestAt: 'the weightiest finding, at {0}',
  noneBroken: 'none of {0} tested {0|rule|rules} is broken',
  noBindingBroken: 'no binding rule is broken among {0} tested',
  noneBrokenBesidesKnown:
    'no binding rule is broken among {0} tested, besides {1} known {1|failure|failures}',
  nothingJudged: 'no rule could be judged',
  notFollowed: '{0} {0|recommendation is|recommendations are} not followed',
  wereNotTested: '{0} {0|rule was|rules were} not tested',
  notReached: 'the run ended before {0} {0|rule was|rules were} tested',
  unclear: '{0} binding {0|rule|rules} gave no clear result',
  controlRefused: 'the valid request, on which every test rests, was not accepted',
  controlUnanswered: 'the valid request, on which every test rests, got no answer',
  controlNotSent: 'the valid request, on which every test rests, was not sent',
  controlUnreadable: 'the answer to the valid request, on which every test rests, is unreadable',
  controlOfService:
    'the valid request to {0}, on which its tests rest, was not answered as documented',

  judged: 'Judged',
  notJudged: 'Not judged',
  map: 'All checks at a glance',
  mapOf: '{0}: all checks at a glance',
  mapHint:
    'A cell is a check: point at one, or move with the arrow keys, and press Enter to open it.',
  pastMap: 'Past the cells',

  whatToDo: 'What to do first',
  nothingWrong: 'Nothing is wrong in what was tested: no MUST failed, and no SHOULD.',
  moreToDo: 'and {0} more',
  byWhom: 'Who can do it',
  byProvider: 'the provider, whose service this is',
  byMerchant: 'the merchant (the client), whose service this is',
  byConfig: 'whoever configures this run',
  byConfigOrProvider: 'whoever configures this run, or else the provider',
  byConfigOrMerchant: 'whoever configures this run, or else the merchant (the client)',

  'cause-nothing-refused':
    'Find the switch that turns verification off, or the route that goes around it, and refuse whatever was not verified.',
  'cause-signatures-not-checked':
    'Verify X-SIGNATURE over the documented string to sign with the key or secret registered for this client, before anything is granted.',
  'cause-tokens-not-checked':
    'Look each access token up, or verify it, before the request is carried out: refuse one that is unknown, expired or given to somebody else.',
  'cause-clients-not-looked-up':
    'Look up the client that the request names, and refuse one that is not registered.',
  'cause-timestamp-not-parsed':
    'Parse X-TIMESTAMP strictly by its documented form, and refuse what does not fit.',
  'cause-body-not-read': 'Parse the body and check its members before anything is granted.',
  'cause-other-profile':
    'Name the profile that the target follows, and run again. If the target is meant to follow this one, its owner has to change it.',
  'cause-foreign-page':
    'Have the service itself answer: give the error pages of framework and gateway the documented body and Content-Type.',
} as const;
