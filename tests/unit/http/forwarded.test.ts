import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { clientAddress, settleForwarded } from '@/lib/http/forwarded';

function request(remoteAddress: string, headers: Record<string, string>): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  const message = new IncomingMessage(socket);
  Object.assign(message.headers, headers);
  return message;
}

describe('settling forwarded headers', () => {
  test('without a trusted proxy nothing that a client made up remains', () => {
    const message = request('10.0.0.7', {
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil.example',
      forwarded: 'for=1.2.3.4',
    });
    settleForwarded(message, false);
    expect(message.headers).toEqual({ 'x-forwarded-for': '10.0.0.7' });
  });
  test('behind one, the address is the one that the proxy added last', () => {
    const message = request('127.0.0.1', { 'x-forwarded-for': '6.6.6.6, 1.2.3.4', 'x-forwarded-proto': 'https' });
    settleForwarded(message, true);
    expect(message.headers).toEqual({ 'x-forwarded-for': '1.2.3.4', 'x-forwarded-proto': 'https' });
  });
  test('behind one that says nothing, it is the proxy itself', () => {
    const message = request('127.0.0.1', {});
    settleForwarded(message, true);
    expect(message.headers['x-forwarded-for']).toBe('127.0.0.1');
  });
});

describe('the address to count by', () => {
  const of = (address: string) => clientAddress(new Headers({ 'x-forwarded-for': address }));
  test.each([
    ['1.2.3.4', '1.2.3.4'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (address, counted) => expect(of(address)).toBe(counted));
  test('unknown when nobody says', () => expect(clientAddress(new Headers())).toBe('unknown'));
});
