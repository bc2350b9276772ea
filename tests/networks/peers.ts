import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished, type TestContext } from 'vitest';

/** The programs that tests of networks talk to, and the packages of Debian that have them. */
const packages = {
  nginx: 'nginx-light',
  tinyproxy: 'tinyproxy',
  squid: 'squid',
  openssl: 'openssl',
} as const;

export type Peer = keyof typeof packages;

/** Skips a test with the reason where a program isn't installed; where all have to be, it fails there. */
export function needs({ skip }: Pick<TestContext, 'skip'>, ...peers: Peer[]): void {
  const missing = peers.filter((peer) => findPeer(peer) === undefined);
  if (missing.length === 0) return;
  const reason = `${missing.join(', ')} not installed: apt-get install ${missing.map((peer) => packages[peer]).join(' ')}`;
  if (process.env['REQUIRE_PEERS']) throw new Error(reason);
  skip(reason);
}

function findPeer(name: Peer): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A folder of a test, gone when it ends. */
export function folder(): { path: string; write(name: string, text: string | Buffer): string } {
  const path = mkdtempSync(join(tmpdir(), 'snap-networks-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write: (name, text) => {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
  };
}

/** Runs openssl in a folder, with passphrases in its environment. */
export function openssl(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  execFileSync('openssl', args, { cwd, stdio: 'pipe', env: { ...process.env, ...env } });
}

/** A port of loopback that nothing listens on. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What a peer said by now. */
export interface RunningPeer {
  port: number;
  said(): string;
}

async function started(
  peer: Peer,
  args: string[],
  port: number,
  cwd: string,
): Promise<RunningPeer> {
  const child: ChildProcess = spawn(findPeer(peer) ?? peer, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  onTestFinished(async () => {
    const signal = (name: NodeJS.Signals) => {
      // Its own group: a proxy has processes of its own.
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, name);
    };
    // Squid removes its shared memory only when it is asked to end.
    signal('SIGTERM');
    await Promise.race([ended, pause(5000)]);
    signal('SIGKILL');
    await ended;
  });
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${peer} ended: ${said}`);
    await pause(20);
  }
  return { port, said: () => said };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** nginx with the servers of a text; `{folder}` stands for its folder. */
export async function startNginx(servers: string, port: number, files: Record<string, string>) {
  const { path, write } = folder();
  for (const [name, text] of Object.entries(files)) write(name, text);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${path}/${name};`)
    .join('\n');
  write(
    'nginx.conf',
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; master_process off; pid ${path}/pid; error_log stderr;
events {}
http { access_log off; ${temporary}
${servers.replaceAll('{folder}', path)}
}
`,
  );
  return started('nginx', ['-p', path, '-e', 'stderr', '-c', join(path, 'nginx.conf')], port, path);
}

/** tinyproxy, which asks for these credentials if there are any. */
export async function startTinyproxy(credentials?: { user: string; password: string }) {
  const { path, write } = folder();
  const port = await freePort();
  write(
    'tinyproxy.conf',
    `Port ${port}\nListen 127.0.0.1\nTimeout 60\nAllow 127.0.0.1\nLogLevel Connect\nMaxClients 100\n${
      credentials ? `BasicAuth ${credentials.user} ${credentials.password}\n` : ''
    }`,
  );
  return started('tinyproxy', ['-d', '-c', join(path, 'tinyproxy.conf')], port, path);
}

/** squid, which makes tunnels to the ports that `rules` allow. */
export async function startSquid(rules: string) {
  const { path, write } = folder();
  // Started by root it goes on as another user.
  chmodSync(path, 0o777);
  const port = await freePort();
  write(
    'squid.conf',
    `http_port 127.0.0.1:${port}
pid_filename ${path}/pid
cache_log ${path}/cache.log
access_log none
cache deny all
coredump_dir ${path}
shutdown_lifetime 0 seconds
${rules}
`,
  );
  return started('squid', ['-N', '-n', `snap${port}`, '-f', join(path, 'squid.conf')], port, path);
}
