import { describe, expect, test } from 'vitest';
import { type OfflinePage, offlinePolicy, writeOfflinePage } from '@/lib/offline/offlinePage';

const write = (change: Partial<OfflinePage> = {}) =>
  writeOfflinePage({ locale: 'en', theme: 'system', path: '/', maps: [], fonts: null, nonce: 'n0nce', ...change });

describe('the page that stands in for the server', () => {
  test('says what is the matter, in both languages, and that it goes on trying', () => {
    expect(write()).toContain('either this device has no network, or the server is being restarted');
    expect(write({ path: '/maps/abc' })).toContain('This map was not opened on this device before');
    const german = write({ locale: 'de' });
    expect(german).toContain('<html lang="de">');
    expect(german).toContain('Diese Seite versucht es von selbst weiter.');
  });
  test('lists the maps of this device, whatever their titles hold', () => {
    const html = write({ maps: [{ path: '/maps/abc', title: '<script>alert("1")</script> & Co', keptAt: 0 }] });
    expect(html).toContain('<a href="/maps/abc"><b>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Co</b>');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(write({ maps: [{ path: '/maps/abc', title: '', keptAt: 0 }] })).toContain('Untitled map');
  });
  test('has no list where nothing is kept', () => expect(write()).not.toContain('<ul>'));
  test('follows the chosen scheme, else that of the device', () => {
    expect(write({ theme: 'dark' })).toContain('<html lang="en" data-theme="dark">');
    expect(write()).toContain('prefers-color-scheme:dark');
  });
  test('loads nothing, and runs its own script only', () => {
    const html = write();
    expect(html).not.toMatch(/\ssrc=|@import|url\(/);
    expect(html).not.toMatch(/\son\w+=|\sstyle=/);
    expect([...html.matchAll(/<(?:style|script) nonce="n0nce">/g)]).toHaveLength(2);
    expect(offlinePolicy('n0nce')).toContain("default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'");
  });
});
