// Loaded into a command before anything else: lets it open connections to one port of loopback, and writes down whatever
// else it tries, which fails.
import child from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const { ALLOWED_PORTS: allowed = '', DENIED_LOG: log } = process.env;
const ports = new Set(allowed.split(','));

function deny(what) {
  appendFileSync(log, `${what}\n`);
  throw new Error(`denied: ${what}`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const { host = 'localhost', port, path } = options ?? {};
  if (path || host !== '127.0.0.1' || !ports.has(String(port)))
    deny(`connect ${path ?? `${host}:${port}`}`);
  return connect.apply(this, args);
};
for (const name of Object.keys(dns).filter((each) => /^(?:lookup|resolve|reverse)/.test(each))) {
  dns[name] = (host) => deny(`dns.${name} ${host}`);
  if (dns.promises[name]) dns.promises[name] = (host) => deny(`dns.promises.${name} ${host}`);
}
dgram.createSocket = () => deny('dgram');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  child[name] = (file) => deny(`${name} ${file}`);
syncBuiltinESMExports();
