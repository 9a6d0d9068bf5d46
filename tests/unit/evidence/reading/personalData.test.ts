import { describe, expect, test } from 'vitest';
import { findPersonalData, maskPersonalData } from '@/lib/evidence/reading/personal/findPersonalData';

const found = (text: string) => findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('personal data in what customers write', () => {
  test.each<[string, string[]]>([
    ['Bitte an anna.müller+shop@post.example.de schreiben.', ['email anna.müller+shop@post.example.de']],
    ['(a_b@example.com), c@example.co.uk!', ['email a_b@example.com', 'email c@example.co.uk']],
    ['anna (at) example.org oder ben[at]example[dot]org', ['email anna (at) example.org', 'email ben[at]example[dot]org']],
    ['IBAN DE89 3704 0044 0532 0130 00 bitte erstatten', ['iban DE89 3704 0044 0532 0130 00']],
    ['de89370400440532013000', ['iban de89370400440532013000']],
    [
      'AT61 1904 3002 3457 3201, CH93-0076-2011-6238-5295-7.',
      ['iban AT61 1904 3002 3457 3201', 'iban CH93-0076-2011-6238-5295-7'],
    ],
    ['Karte 4111 1111 1111 1111 wurde belastet', ['card 4111 1111 1111 1111']],
    ['my amex 378282246310005.', ['card 378282246310005']],
    ['Ruf mich an: +49 (0)30 1234567-89', ['phone +49 (0)30 1234567-89']],
    ['+1-555-123-4567 or +442079460958', ['phone +1-555-123-4567', 'phone +442079460958']],
    ['0049 170 1234567', ['phone 0049 170 1234567']],
    ['Handy 0151 23456789, Büro 030/1234567', ['phone 0151 23456789', 'phone 030/1234567']],
    ['(0211) 12 34 56 oder 01712345678', ['phone (0211) 12 34 56', 'phone 01712345678']],
    ['Tel.: 2345 678', ['phone 2345 678']],
    ['call me at 555 1234', ['phone 555 1234']],
    ['(555) 123-4567 / 555-123-4567', ['phone (555) 123-4567', 'phone 555-123-4567']],
    ['Rufen Sie mich bitte unter 4711 0815 zurück', ['phone 4711 0815']],
    ['Am 12 0151 2345678 angerufen', ['phone 0151 2345678']],
  ])('is found: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'Am 12.03.2026 um 14:30 Uhr, am 2026-03-12 und am 03/12/2026 nichts erreicht.',
    'Zwischen 01.02.2026 und 05.02.2026 nicht geliefert, von 09:00-17:00 gewartet, 0900-1700.',
    'Seit 06.2023 – 07.2024 Kunde, in den Jahren 2019-2023.',
    'Bestellnummer 4711234567, Auftrag 0123456789, Kundennummer: 0012345678',
    'Rechnung Nr. 2026-000123, Ticket #0123456789, Order no. 555-123-4567',
    'Paket 00340434161094042557 kam nie an. Sendungsnummer 0034 0434 1610 9404',
    'Kostet 1.299,00 € statt 1299.00 EUR, also 0,99 % mehr; 2 019 234 567 Stück, 100.000.000 Kunden',
    'PLZ 01067 Dresden, 08/15, Version 10.15.7.3, IP 192.168.100.200',
    'ISBN 978-3-16-148410-0, EAN 4006381333931',
    'DE89 3704 0044 0532 0130 01 hat falsche Prüfziffern, XX89370400440532013000 kein Land',
    '4111 1111 1111 1112 ist keine Karte, 1234567890123456 auch nicht',
    'um 8 @home, foo@bar, @support, a@b.c',
    'Note 1 2 3 4 5 6, 10 von 10, 3-4 Tage, 24/7, 365 Tage, 1000000 mal',
    'Wartezeit 00:12:34, Gerät A1234567890, Modell 0815-4711-X',
    '',
  ])('is not: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('is masked where it stands, and nothing else is touched', () => {
    const text = 'Ich (max@example.org, 0151 23456789) warte seit 12.03.2026.';
    expect(maskPersonalData(text).text).toBe('Ich (▇▇▇, ▇▇▇) warte seit 12.03.2026.');
    expect(maskPersonalData(text, ({ kind }) => `[${kind}]`).text).toBe('Ich ([email], [phone]) warte seit 12.03.2026.');
    expect(maskPersonalData(text).findings).toEqual([
      { kind: 'email', start: 5, end: 20 },
      { kind: 'phone', start: 22, end: 35 },
    ]);
    expect(maskPersonalData('Alles gut').text).toBe('Alles gut');
  });

  test('is looked for in time that grows with the text, whatever is written', () => {
    // A pattern that tries all ways through such a text would not come back before the test is given up.
    for (const piece of ['a', '1', '0 ', 'a.', 'a@', '(0', '+1', 'DE12 ', '-', 'a@a.', 'a (at) ', 'tel ']) {
      expect(findPersonalData(piece.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
    }
  });
});
