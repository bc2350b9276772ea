import { describe, expect, test } from 'vitest';
import { givenHeader } from '../../../src/engine/given/given-header.js';
import { givenToken } from '../../../src/engine/given/given-token.js';
import { readGiven } from '../../../src/engine/given/read-given.js';
import { serviceOfGiven } from '../../../src/engine/given/service-of-given.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';

const secret = 'Zm9vYmFyLXNlY3JldA';

/** All that a command asks of a request. */
function use(text: string, entry?: number): void {
  const given = readGiven(Buffer.from(text), {
    file: 'request.txt',
    entry,
    readFile: (name) => {
      throw new InputProblem('file-not-found', "can't read the file: there is no such file", {
        file: name,
      });
    },
  });
  serviceOfGiven(given);
  for (const header of ['X-TIMESTAMP', 'X-SIGNATURE', 'X-CLIENT-KEY'])
    givenHeader(given, header, { option: `--${header.slice(2).toLowerCase()}` });
  givenToken(given, {});
  if (given.pathProblem) throw given.pathProblem;
  if (given.bodyProblem) throw given.bodyProblem;
}

const url = 'https://sandbox.example/v1.0/list';
const auth = `-H 'Authorization: Bearer ${secret}'`;
const har = (changes: object) =>
  JSON.stringify({
    request: {
      method: 'POST',
      url,
      headers: [{ name: 'X-PARTNER-ID', value: secret }],
      ...changes,
    },
  });

/** What is given, what is wrong with it, where, and how it is mended. */
const broken: Record<string, [text: string, what: string, at: string, remedy: string]> = {
  'nothing at all': [' \n', 'it is empty', '', 'Paste a curl command'],
  prose: ['please help me ', 'no request of a kind that is known', '', 'Give a curl command'],
  'a quote that is not closed': [
    `curl ${url} -H 'X: ${secret}`,
    'a single quote is opened here and never closed',
    ':1:43',
    'Paste the whole command',
  ],
  'a double quote that is not closed': [
    `curl ${url} -d "${secret}`,
    'a double quote is opened here',
    ':1:43',
    'Paste the whole command',
  ],
  'a quote that is not closed, in cmd': [
    `curl ^"${url}^" ^\n -d ^"${secret}`,
    'a double quote is opened here',
    ':2:6',
    'Paste the whole command',
  ],
  'white space after a backslash': [
    `curl ${url} \\  \n ${auth}`,
    'white space stands between this backslash',
    ':1:40',
    'Take it out',
  ],
  'a lost backslash': [
    `curl ${url}\n  ${auth}`,
    'its options go on in the next',
    ':1:39',
    'End the line with a backslash',
  ],
  'an & outside quotes': [
    `curl ${url}?a=1&b=${secret} ${auth}`,
    'an & outside quotes',
    ':1:43',
    'Put the URL in quotes',
  ],
  'typographic quotes': [
    `curl ${url} -H “X: ${secret}”`,
    'a typographic quotation mark',
    ':1:43',
    'Copy the command from where it was run',
  ],
  'a typographic dash': [
    `curl ${url} –H 'X: ${secret}'`,
    'a typographic dash',
    ':1:40',
    "write ' and".replace(" ' and", ' -'),
  ],
  'an option that curl lacks': [
    `curl ${url} --heeder 'X: ${secret}'`,
    'curl has no option --heeder',
    ':1:40',
    'Did you mean --header?',
  ],
  'a value glued by =': [
    `curl ${url} --data='${secret}'`,
    'after a space, not after =',
    ':1:40',
    'Write --data, a space',
  ],
  'an option without its value': [
    `curl ${url} -H`,
    'the option -H of curl lacks its value',
    ':1:40',
    'up to its last line',
  ],
  'a header without a colon': [
    `curl ${url} -H '${secret}'`,
    'the value of this -H is no header',
    ':1:40',
    'Put each header in quotes',
  ],
  'a header that is torn by a space': [
    `curl ${url} -H X-A: ${secret}`,
    'this is a second URL',
    ':1:48',
    'in quotes',
  ],
  'no URL': [`curl ${auth}`, 'the curl command has no URL', '', 'Add it: curl --url'],
  'a pattern of URLs': [
    `curl '${url}/[1-3]' ${auth}`,
    'which curl reads as a pattern',
    ':1:6',
    'Add --globoff',
  ],
  'another protocol': [
    `curl ftp://sandbox.example/x ${auth}`,
    'not an http or https URL',
    ':1:6',
    'Give the whole URL',
  ],
  'two commands': [
    `curl ${url} ${auth}\ncurl ${url} -X POST`,
    'the text holds two commands',
    '',
    'Give one of them',
  ],
  'a file that is not there': [
    `curl ${url} ${auth} -d @body.json`,
    'there is no such file',
    'body.json',
    'curl looks for it in the working directory',
  ],
  'a form': [`curl ${url} ${auth} -F a=${secret}`, 'the body of --form', '', '--body FILE'],
  'a here-document': [
    `curl ${url} ${auth} -d @- <<EOF\n${secret}\nEOF`,
    'here-document',
    '',
    'Put the body into a file',
  ],
  'a body of the shell': [
    `curl ${url} ${auth} -d "$BODY"`,
    'the body holds $BODY',
    '',
    '--body FILE',
  ],
  'a path of the shell': [
    `curl "$BASE/v1.0/list" ${auth}`,
    'the URL holds $BASE',
    ':1:6',
    '--path',
  ],
  'a token of the shell': [
    `curl ${url} -H "Authorization: Bearer $TOKEN"`,
    'from the variable TOKEN, which is not set',
    '',
    '--access-token-env',
  ],
  'a token of another command': [
    `curl ${url} -H "Authorization: Bearer $(cat ${secret})"`,
    'and it is not run here',
    '',
    '--access-token-file',
  ],
  'a shortened token': [
    `curl ${url} -H 'Authorization: Bearer eyJhbG…b0Jk'`,
    'the access token is shortened in a report',
    '',
    '--access-token-env',
  ],
  'a masked token': [
    `curl ${url} -H 'Authorization: Bearer ****'`,
    'is hidden by the log',
    '',
    '--access-token-env',
  ],
  'another scheme of Authorization': [
    `curl ${url} -u me:${secret}`,
    'Authorization holds no Bearer token',
    '',
    '--access-token-env',
  ],
  'a masked signature': [
    `curl ${url} ${auth} -H 'X-SIGNATURE: [REDACTED]'`,
    'X-SIGNATURE is hidden by the log',
    '',
    '--signature',
  ],
  'a signature of the shell': [
    `curl ${url} ${auth} -H "X-SIGNATURE: $SIG"`,
    'X-SIGNATURE holds $SIG',
    '',
    '--signature',
  ],
  'two timestamps': [
    `curl ${url} ${auth} -H 'X-TIMESTAMP: a' -H 'X-TIMESTAMP: b'`,
    'X-TIMESTAMP stands twice',
    '',
    '--timestamp',
  ],
  'neither token nor transaction': [
    `curl ${url} -H 'X: ${secret}'`,
    'do not tell a token request',
    '',
    'Say which it is',
  ],
  'a response': [
    'HTTP/1.1 200 OK\r\n\r\n{}',
    'a response, not a request',
    '',
    'Give the request that it answers',
  ],
  'a header line without a colon': [
    `POST /x HTTP/1.1\nX-A: b\n${secret}\n\n{}`,
    'this line is no header',
    ':3',
    'a line of its own',
  ],
  'a body without an empty line': [
    `POST /x HTTP/1.1\nX-A: b\n{"a":"${secret}"}`,
    'this line is no header',
    ':3',
    'leave an empty line',
  ],
  'a target that is no path': [
    `POST v1.0/x HTTP/1.1\nAuthorization: Bearer ${secret}\n\n`,
    'neither a path nor a URL',
    ':1',
    'from its slash on',
  ],
  'a body that is cut': [
    `POST /x HTTP/1.1\nAuthorization: Bearer ${secret}\nContent-Length: 90\n\n{}`,
    'Content-Length says 90 bytes, and 2 follow',
    ':5:1',
    'Paste the whole body',
  ],
  'JSON that breaks off': ['{"log": {"entries": [', 'not valid JSON', ':1:22', 'Check commas'],
  'other JSON': ['{"accountNo": "1"}', 'this JSON is no HAR', '', '--body FILE'],
  'a result': ['{"exchanges": []}', 'a result of a run', '', '--reporter har'],
  'a HAR without entries': [
    '{"log": {"entries": []}}',
    'it holds no request',
    '#/log/entries',
    'Record it again',
  ],
  'an entry without a URL': [
    har({ url: 5 }),
    'the entry lacks url',
    '#/request',
    'Export the recording again',
  ],
  'an entry with a broken header': [
    har({ headers: [{ name: 'X' }] }),
    'this header lacks value',
    '#/request/headers/0',
    'A header is an object',
  ],
  'an entry whose body is not Base64': [
    har({
      headers: [{ name: 'Authorization', value: `Bearer ${secret}` }],
      postData: { text: '!', encoding: 'base64' },
    }),
    'said to be Base64',
    '#/request/postData',
    '--body FILE',
  ],
  'a collection with a variable': [
    JSON.stringify({
      item: [
        {
          request: {
            method: 'POST',
            url: '{{host}}/x',
            header: [{ key: 'Authorization', value: `Bearer ${secret}` }],
          },
        },
      ],
    }),
    'a placeholder, {{host}}',
    '#/item/0/request/url',
    '--path',
  ],
  'a call of PowerShell': [
    `Invoke-WebRequest -Uri "${url}"`,
    'a call of Invoke-WebRequest',
    '',
    'Copy the request as cURL',
  ],
};

describe('each broken request is told what is wrong, where, and how to mend it', () => {
  test.for(Object.entries(broken))('%s', ([, [text, what, at, remedy]]) => {
    let problem: unknown;
    try {
      use(text);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(InputProblem);
    const { message, file, pointer, remedy: said } = problem as InputProblem;
    const place = `${file}${pointer === undefined ? '' : `#${pointer}`}`;
    expect(message).toContain(what);
    expect(place).toContain(at === 'body.json' ? at : `request.txt${at}`);
    expect(said).toContain(remedy);
    expect(message).not.toContain(secret);
  });
});

test('a request that is not there among several', () => {
  const entries = [1, 2].map(() => JSON.parse(har({})) as object);
  const text = JSON.stringify({ log: { entries } });
  expect(() => use(text, 3)).toThrow('there is no request 3 among 2');
  expect(() => use(text)).toThrow('none of its 2 requests has an X-SIGNATURE');
});
