import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { listAddresses } from '@/lib/server/addresses';
import { toAnnouncement } from '@/lib/server/announcement';

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address, internal, family: 'IPv4', netmask: '', mac: '', cidr: null },
});
const interfaces = {
  lo: [at('127.0.0.1', true)],
  docker0: [at('172.17.0.1')],
  usb0: [at('169.254.3.4')],
  eth0: [at('10.0.0.5')],
  wlan0: [at('192.168.1.20'), { ...at(''), address: 'fe80::1', family: 'IPv6' as const, scopeid: 1 }],
};

describe('the addresses of the server', () => {
  test('the network’s come first, those that phones can reach before others', () => {
    expect(listAddresses({ HOST: '0.0.0.0', PUBLIC_URL: undefined }, 3000, interfaces)).toEqual([
      'http://192.168.1.20:3000',
      'http://10.0.0.5:3000',
      'http://172.17.0.1:3000',
      'http://169.254.3.4:3000',
      'http://localhost:3000',
    ]);
  });

  test('PUBLIC_URL is the best, and a host of its own the only one', () => {
    const PUBLIC_URL = 'https://maps.example.org';
    expect(listAddresses({ HOST: '127.0.0.1', PUBLIC_URL }, 3000, interfaces)).toEqual([PUBLIC_URL, 'http://localhost:3000']);
    expect(listAddresses({ HOST: '10.0.0.5', PUBLIC_URL: undefined }, 80, interfaces)).toEqual(['http://10.0.0.5']);
    expect(listAddresses({ HOST: 'fd00::5', PUBLIC_URL: undefined }, 81, interfaces)).toEqual(['http://[fd00::5]:81']);
  });
});

describe('what is printed at the start', () => {
  const env = { HOST: '0.0.0.0', PUBLIC_URL: undefined, TRUST_PROXY: false, DATABASE_URL: undefined };
  const base = {
    env,
    addresses: ['http://192.168.1.20:3000', 'http://localhost:3000'],
    dataDirectory: '/srv/data',
    setupCode: null,
  };

  test('names the addresses and where the data lies, and warns of plain http on a network', () => {
    const text = toAnnouncement(base);
    expect(text).toContain('Open   http://192.168.1.20:3000\n');
    expect(text).toContain('Data   /srv/data\n');
    expect(text).toContain('plain http');
    expect(text).not.toContain('setup');
  });

  test('never shows the password of a database', () => {
    const text = toAnnouncement({ ...base, env: { ...env, DATABASE_URL: 'postgresql://ana:geheim@db.example.org:5432/maps' } });
    expect(text).toContain('PostgreSQL at db.example.org:5432/maps');
    expect(text).not.toMatch(/ana|geheim/);
  });

  test('leads to the first-run page, on this machine first', () => {
    const text = toAnnouncement({ ...base, setupCode: 'abcd-efgh' });
    expect(text).toMatch(
      /http:\/\/localhost:3000\/setup\?code=abcd-efgh\n {2}http:\/\/192\.168\.1\.20:3000\/setup\?code=abcd-efgh\n/,
    );
  });

  test('does not warn where it is encrypted or nobody else can reach it', () => {
    const encrypted = { ...env, PUBLIC_URL: 'https://maps.example.org', TRUST_PROXY: true };
    expect(toAnnouncement({ ...base, env: encrypted })).not.toContain('Note:');
    expect(toAnnouncement({ ...base, env: { ...env, HOST: '127.0.0.1' } })).not.toContain('Note:');
    expect(toAnnouncement({ ...base, env: { ...encrypted, TRUST_PROXY: false } })).toContain('TRUST_PROXY=true');
  });
});
