import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const documentation = fileURLToPath(new URL('../../../docs/operations.md', import.meta.url));

/** `NGINX` names one (scripts/test.mjs finds or installs it). */
const nginx = process.env.NGINX || '/usr/sbin/nginx';

/** Why the documented proxy cannot be tried here, or null. */
export function whyNoProxy(): string | null {
  if (!existsSync(nginx)) return 'there is no nginx (Debian: apt-get install nginx-light)';
  return spawnSync('openssl', ['version']).status === 0 ? null : 'there is no openssl to make a certificate with';
}

/** The nginx configuration that administrators are told to use: the code block of docs/operations.md itself. */
function documentedConfiguration(): string {
  const block = /```nginx\n([\s\S]*?)\n```/.exec(readFileSync(documentation, 'utf8'))?.[1];
  if (!block) throw new Error('docs/operations.md holds no nginx configuration');
  return block;
}

/** Puts our own values where the documentation's stand. Each of them must be there. */
function fillIn(text: string, values: [pattern: RegExp, value: string][]): string {
  return values.reduce((filled, [pattern, value]) => {
    if (!pattern.test(filled)) throw new Error(`the documented configuration lacks ${pattern}`);
    return filled.replace(pattern, value);
  }, text);
}

/** A real nginx with the documented configuration, in front of a server on this machine. */
export class DocumentedProxy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'wegmarke-proxy-'));
  private child: ChildProcess | undefined;
  private output = '';

  constructor(
    readonly ports: { http: number; https: number },
    readonly serverPort: number,
  ) {}

  get url(): string {
    return `https://localhost:${this.ports.https}`;
  }

  async start(): Promise<this> {
    const { folder, ports, serverPort } = this;
    mkdirSync(join(folder, 'logs'));
    const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
    const made = spawnSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'].concat([
        '-addext',
        'subjectAltName=DNS:localhost',
        '-keyout',
        key,
        '-out',
        certificate,
      ]),
      { encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.stderr}`);
    const site = fillIn(documentedConfiguration(), [
      [/^ *listen \[::\].*\n/gm, ''],
      [/listen 80;/, `listen 127.0.0.1:${ports.http};`],
      [/listen 443 ssl/, `listen 127.0.0.1:${ports.https} ssl`],
      [/https:\/\/maps\.example\.org\$/, `${this.url}$`],
      [/\/etc\/letsencrypt\/live\/maps\.example\.org\/fullchain\.pem/, certificate],
      [/\/etc\/letsencrypt\/live\/maps\.example\.org\/privkey\.pem/, key],
      [/maps\.example\.org/g, 'localhost'],
      [/127\.0\.0\.1:3000;/, `127.0.0.1:${serverPort};`],
      // Less than documented, so that a test needs no minutes to see that nothing is ever silent for so long.
      [/proxy_read_timeout +5m/, 'proxy_read_timeout 25s'],
    ]);
    // What Debian's own nginx.conf does around it, in a folder of our own.
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
    const isRoot = process.getuid?.() === 0;
    writeFileSync(
      join(folder, 'nginx.conf'),
      `${isRoot ? 'user root;' : ''}
      daemon off; pid ${folder}/pid; error_log stderr warn; worker_processes 1;
      events { worker_connections 512; }
      http { access_log off; default_type application/octet-stream; ${temporary.join(' ')}
      ${site}
      }`,
    );
    const child = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (this.output += chunk));
    while (!(await isOpen(ports.https))) {
      if (child.exitCode !== null) throw new Error(`nginx ended:\n${this.output}`);
      await new Promise((tick) => setTimeout(tick, 20));
    }
    return this;
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
