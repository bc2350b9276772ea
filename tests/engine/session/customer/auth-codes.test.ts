import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Redactor } from '../../../../src/engine/evidence/redact.js';
import type { CodeSource } from '../../../../src/engine/plan/plan.js';
import { AuthCodes } from '../../../../src/engine/session/customer/auth-codes.js';
import { english } from '../../../support/english.js';
import { testCredentials } from '../../../support/sandbox-target.js';
import { closedUrl, serve, serveRaw } from '../../../support/server.js';
import { folderWith } from '../../profile/profile-folder.js';

const [client] = await testCredentials();

/** Codes from a source, and what hides them. */
function codesFrom(source: CodeSource) {
  const redactor = new Redactor({ client, tls: {} });
  return { codes: new AuthCodes(source, 'authCodes', redactor, undefined), redactor };
}

/** A folder with a program that node runs. */
function folderOf(program: string): string {
  const folder = folderWith({});
  writeFileSync(join(folder, 'code.mjs'), program);
  return folder;
}

describe('a list of codes', () => {
  test('gives each once, in its order, and then says that none is left', async () => {
    const { codes } = codesFrom({ codes: ['code-one', 'code-two'] });
    expect(await codes.next()).toEqual({ code: 'code-one' });
    expect(await codes.next()).toEqual({ code: 'code-two' });
    expect(english(await codes.next())).toEqual({
      problem: 'no more authorization codes: customer.authCodes lists 2',
    });
  });
});

describe('a command', () => {
  const run = (program: string) =>
    codesFrom({ command: [process.execPath, 'code.mjs'], folder: folderOf(program) }).codes.next();

  test('gives what it prints, in the folder of the config', async () => {
    expect(await run("console.log('  a-printed-code ')")).toEqual({ code: 'a-printed-code' });
    expect(await run("console.log(JSON.stringify({ authCode: 'a-json-code' }))")).toEqual({
      code: 'a-json-code',
    });
  });

  test('that fails, prints something else or is not there says so, and repeats nothing', async () => {
    const failed = await run("console.error('the-secret'); process.exit(3)");
    expect(english(failed)).toEqual({ problem: expect.stringContaining('ended with status 3') });
    expect(JSON.stringify(failed)).not.toContain('the-secret');
    expect(english(await run("console.log('two words')"))).toEqual({
      problem: 'customer.authCodes: what came is no authorization code',
    });
    const { codes } = codesFrom({ command: ['./is-not-there'], folder: folderWith({}) });
    expect(english(await codes.next())).toEqual({
      problem: "customer.authCodes: the command ./is-not-there can't be run: ENOENT",
    });
  });
});

describe('a URL', () => {
  test('gives the member authCode of JSON, or plain text, by the method of the config', async () => {
    const asked: string[] = [];
    const { url } = await serve((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end(request.method === 'POST' ? '{"authCode":"code-by-post"}' : 'code-by-get\n');
    });
    expect(await codesFrom({ url: `${url}/a?b=c`, method: 'POST' }).codes.next()).toEqual({
      code: 'code-by-post',
    });
    expect(await codesFrom({ url, method: 'GET' }).codes.next()).toEqual({ code: 'code-by-get' });
    expect(asked).toEqual(['POST /a?b=c', 'GET /']);
  });

  test('that refuses, or at which nothing listens, says so', async () => {
    const { url } = await serve((_, response) => {
      response.statusCode = 403;
      response.end('no');
    });
    expect(english(await codesFrom({ url, method: 'GET' }).codes.next())).toEqual({
      problem: 'customer.authCodes: the URL answered with HTTP 403',
    });
    const closed = await closedUrl();
    expect(english(await codesFrom({ url: closed, method: 'GET' }).codes.next())).toEqual({
      problem: `customer.authCodes: the URL gave no answer: nothing accepts connections at ${new URL(closed).host} (ECONNREFUSED)`,
    });
  });

  test('that sends 100 Continue first is read all the same', async () => {
    const { url } = await serveRaw((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 100 Continue\r\n\r\n');
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ncode');
      });
    });
    expect(await codesFrom({ url, method: 'GET' }).codes.next()).toEqual({ code: 'code' });
  });
});

test('every code is hidden from then on', async () => {
  const { codes, redactor } = codesFrom({ codes: ['a-code-of-the-customer'] });
  await codes.next();
  expect(redactor.text('sent a-code-of-the-customer twice')).toBe(
    'sent [authorization code] twice',
  );
});
