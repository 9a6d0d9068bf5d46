import { describe, expect, test } from 'vitest';
import { guessTimeForm } from '@/lib/evidence/reading/time/guessTimeForm';
import { parseTime, type TimeForm } from '@/lib/evidence/reading/time/parseTime';
import { fromLocal, isTimeZone, parseOffset } from '@/lib/evidence/reading/time/timeZone';

const berlin = 'Europe/Berlin';
const read = (text: string, form: TimeForm = 'dmy', zone = berlin): string | null => {
  const time = parseTime(text, form, zone);
  return time && `${new Date(time.at).toISOString()} ${time.day}`;
};

describe('a time', () => {
  test.each<[string, TimeForm, string]>([
    // As the field's exports write it.
    ['10.03.2023 12:28:23', 'dmy', '2023-03-10T11:28:23.000Z 2023-03-10'],
    ['7.1.26 9:05', 'dmy', '2026-01-07T08:05:00.000Z 2026-01-07'],
    ['21/03/2023', 'dmy', '2023-03-20T23:00:00.000Z 2023-03-21'],
    ['7. Januar 2026', 'dmy', '2026-01-06T23:00:00.000Z 2026-01-07'],
    ['Mittwoch, 7. Januar 2026 um 14:30 Uhr', 'dmy', '2026-01-07T13:30:00.000Z 2026-01-07'],
    ['2023/03/21 8:16:53 AM OEZ', 'ymd', '2023-03-21T06:16:53.000Z 2023-03-21'],
    ['2023-03-21T08:16:53.120+05:30', 'ymd', '2023-03-21T02:46:53.120Z 2023-03-21'],
    ['2023-03-21T23:30:00Z', 'ymd', '2023-03-21T23:30:00.000Z 2023-03-21'],
    ['2017-07-18 08:28:09', 'ymd', '2017-07-18T06:28:09.000Z 2017-07-18'],
    ['20260107', 'ymd', '2026-01-06T23:00:00.000Z 2026-01-07'],
    ['03/21/2023 12:05:00 PM', 'mdy', '2023-03-21T11:05:00.000Z 2023-03-21'],
    ['3/21/23 12:05 am', 'mdy', '2023-03-20T23:05:00.000Z 2023-03-21'],
    ['Jan 7, 2026', 'mdy', '2026-01-06T23:00:00.000Z 2026-01-07'],
    ['7-Dez-25', 'dmy', '2025-12-06T23:00:00.000Z 2025-12-07'],
    ['3 août 2024, 14h30', 'dmy', '2024-08-03T12:30:00.000Z 2024-08-03'],
    ['Wed Jan 07 2026 10:00:00 GMT+0100 (Central European Standard Time)', 'mdy', '2026-01-07T09:00:00.000Z 2026-01-07'],
    ['2023/03/21 8:16:53 PM MESZ', 'ymd', '2023-03-21T18:16:53.000Z 2023-03-21'],
    ['1679386613', 'unixSeconds', '2023-03-21T08:16:53.000Z 2023-03-21'],
    ['1679439600000', 'unixMilliseconds', '2023-03-21T23:00:00.000Z 2023-03-22'],
    ['45006.5', 'days1900', '2023-03-21T11:00:00.000Z 2023-03-21'],
    ['45006,345057870', 'days1900', '2023-03-21T07:16:53.000Z 2023-03-21'],
    ['43544.5', 'days1904', '2023-03-21T11:00:00.000Z 2023-03-21'],
  ])('is read: %s (%s)', (text, form, expected) => {
    expect(read(text, form)).toBe(expected);
  });

  test.each<[string, TimeForm]>([
    ['31.02.2023', 'dmy'],
    ['13/13/2023', 'mdy'],
    ['21/03/2023', 'mdy'],
    ['21.03.2023', 'ymd'],
    ['2023-03-21 25:00', 'ymd'],
    ['2023-03-21 13:00 PM', 'ymd'],
    ['2023-03-21 12:00 XYZT', 'ymd'],
    ['2023-03-21 und so', 'ymd'],
    ['Version 2.3.2023', 'dmy'],
    ['4711', 'unixSeconds'],
    ['-1e5', 'days1900'],
    ['', 'dmy'],
    ['gestern', 'dmy'],
  ])('is none: %s (%s)', (text, form) => {
    expect(read(text, form)).toBeNull();
  });

  test('within the hour that comes twice is the first, in the skipped one as if the clocks had not moved', () => {
    expect(read('25.10.2026 02:30')).toBe('2026-10-25T00:30:00.000Z 2026-10-25');
    expect(read('25.10.2026 03:30')).toBe('2026-10-25T02:30:00.000Z 2026-10-25');
    expect(read('29.03.2026 02:30')).toBe('2026-03-29T01:30:00.000Z 2026-03-29');
    expect(read('29.03.2026 03:00')).toBe('2026-03-29T01:00:00.000Z 2026-03-29');
    expect(read('29.03.2026 01:59')).toBe('2026-03-29T00:59:00.000Z 2026-03-29');
    expect(fromLocal(Date.UTC(2026, 5, 1), 'UTC')).toBe(Date.UTC(2026, 5, 1));
    expect(fromLocal(Date.UTC(2026, 5, 1, 12), 'Asia/Kathmandu')).toBe(Date.UTC(2026, 5, 1, 6, 15));
  });

  test('has a zone by its name, its letters or its distance', () => {
    expect(isTimeZone(berlin)).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(['z', 'CEST', 'GMT+2', 'UTC-03:30', '+0545', '−08', 'CST'].map(parseOffset)).toEqual([
      0, 120, 120, -210, 345, -480, -360,
    ]);
    expect(['IST', '+99', '+02:75', 'x', ''].map(parseOffset)).toEqual([null, null, null, null, null]);
  });
});

describe('the form of times is guessed', () => {
  test.each<[string, string[], object | null]>([
    ['ISO', ['2026-01-07 10:00', '2026-01-08 11:00'], { form: 'ymd', isAmbiguous: false, lacksZone: true }],
    [
      'ISO with a zone',
      ['2026-01-07T10:00:00Z', '2026-01-08T11:00:00+01:00'],
      { form: 'ymd', isAmbiguous: false, lacksZone: false },
    ],
    ['German', ['03.04.2026', '04.05.2026'], { form: 'dmy', isAmbiguous: false, lacksZone: true }],
    ['day first, as one cell shows', ['03/04/2026', '13/04/2026'], { form: 'dmy', isAmbiguous: false, lacksZone: true }],
    ['month first, as one cell shows', ['03/04/2026', '04/13/2026'], { form: 'mdy', isAmbiguous: false, lacksZone: true }],
    ['either', ['03/04/2026', '05/06/2026'], { form: 'dmy', isAmbiguous: true, lacksZone: true }],
    ['either, but the same', ['03/03/2026', '05/05/2026'], { form: 'dmy', isAmbiguous: false, lacksZone: true }],
    ['names of months', ['7. Januar 2026', '8. Februar 2026'], { form: 'dmy', isAmbiguous: false, lacksZone: true }],
    ['seconds', ['1679386613', '1679386614'], { form: 'unixSeconds', isAmbiguous: false, lacksZone: false }],
    ['milliseconds', ['1679386613000'], { form: 'unixMilliseconds', isAmbiguous: false, lacksZone: false }],
    ['days', ['45006.5', '45007'], { form: 'days1900', isAmbiguous: false, lacksZone: true }],
    ['scores', ['9', '10'], null],
    ['words', ['yes', 'no'], null],
    ['nothing', [], null],
  ])('%s', (_what, cells, expected) => {
    expect(guessTimeForm(cells)).toEqual(expected);
  });

  test('with the month first in doubt, where the file seems to be American', () => {
    expect(guessTimeForm(['03/04/2026'], { prefersMonth: true })).toEqual({ form: 'mdy', isAmbiguous: true, lacksZone: true });
    expect(guessTimeForm(['13/04/2026'], { prefersMonth: true })?.form).toBe('dmy');
  });

  test('although a few cells are something else', () => {
    expect(guessTimeForm([...Array<string>(30).fill('2026-01-07'), 'unbekannt'])?.form).toBe('ymd');
    expect(guessTimeForm(['2026-01-07', 'unbekannt'])).toBeNull();
    expect(guessTimeForm(['2026-01-07', 'unbekannt'], { isNamed: true })?.form).toBe('ymd');
    expect(guessTimeForm(['2026-01-07', 'unbekannt', 'nie'], { isNamed: true })).toBeNull();
    // Nobody writes the month first and dots between: it is a mistake.
    expect(guessTimeForm(['01.13.2026', '02.02.2026', '03.02.2026', '04.02.2026'], { isNamed: true })).toMatchObject({
      form: 'dmy',
      isAmbiguous: false,
    });
  });
});
