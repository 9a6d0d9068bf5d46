import { describe, expect, test } from 'vitest';
import { type RoleOf, roleSchema } from '@/lib/evidence/reading/columns';
import { missingTest, usualMissing } from '@/lib/evidence/reading/values/missing';
import { guessDecimalSign, parseNumber } from '@/lib/evidence/reading/values/parseNumber';
import { parseScore, wordsBesideScore } from '@/lib/evidence/reading/values/parseScore';
import { readLabel } from '@/lib/evidence/reading/values/scaleLabels';
import { scaleOfLabels } from '@/lib/evidence/reading/values/scaleOfLabels';

describe('a number', () => {
  test.each([
    ['8', 8, 8],
    ['8,5', 8.5, 8.5],
    ['8.5', 8.5, 8.5],
    ['1.234', 1.234, 1234],
    ['1,234', 1234, 1.234],
    ['1.234,5', 1234.5, 1234.5],
    ['1,234.5', 1234.5, 1234.5],
    ["1'234.5", 1234.5, 1234.5],
    ['1 234,5', 1234.5, 1234.5],
    ['−3', -3, -3],
    ['+7', 7, 7],
    ['.5', 0.5, 0.5],
    ['1e3', 1000, 1000],
    ['', null, null],
    ['-', null, null],
    ['1,2,3', null, null],
    ['12.03.2026', null, null],
    ['7 of 10', null, null],
    ['٣', null, null],
  ])('%s is %s where points are decimal, and %s where commas are', (text, point, comma) => {
    expect(parseNumber(text, 'point')).toBe(point);
    expect(parseNumber(text, 'comma')).toBe(comma);
  });

  test('shows the decimal sign of its file', () => {
    expect(guessDecimalSign(['1,5', '2', 'x', '3.000'])).toBe('comma');
    expect(guessDecimalSign(['1.5', '2', '3,000'])).toBe('point');
    expect(guessDecimalSign(['1.234,5'])).toBe('comma');
    expect(guessDecimalSign([])).toBe('point');
  });
});

test('a missing value is written in many ways', () => {
  const isMissing = missingTest(usualMissing);
  for (const cell of ['', ' ', 'NA', 'n/a', 'N/A', '-', '–', 'NULL', 'k. A.']) expect(isMissing(cell), cell).toBe(true);
  for (const cell of ['0', 'no', 'nein', 'na ja', '--x']) expect(isMissing(cell), cell).toBe(false);
});

const nps: RoleOf<'score'> = {
  kind: 'score',
  scale: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' },
  labels: {},
};
const csat: RoleOf<'score'> = {
  kind: 'score',
  scale: { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' },
  labels: {},
};

describe('a score', () => {
  test.each<[string, RoleOf<'score'>, unknown]>([
    ['9', nps, { value: 9 }],
    [' 10 ', nps, { value: 10 }],
    ['9,0', nps, { value: 9 }],
    ['9 - sehr wahrscheinlich', nps, { value: 9 }],
    ['0 = überhaupt nicht wahrscheinlich', nps, { value: 0 }],
    ['10 (extremely likely)', nps, { value: 10 }],
    ['Extremely likely - 10', nps, { value: 10 }],
    ['Not at all likely (0)', nps, { value: 0 }],
    ['10: äußerst wahrscheinlich', nps, { value: 10 }],
    ['7/10', nps, { value: 7 }],
    ['7 von 10', nps, { value: 7 }],
    ['4/5', nps, { problem: 'score.notANumber' }],
    ['11', nps, { problem: 'score.outside' }],
    ['-1', nps, { problem: 'score.outside' }],
    ['8.5', nps, { problem: 'score.notWhole' }],
    ['abc', nps, { problem: 'score.notANumber' }],
    ['12.03.2026', nps, { problem: 'score.notANumber' }],
    ['weiß nicht', nps, { none: true }],
    ['Prefer not to answer', nps, { none: true }],
    ['4,0', csat, { value: 4 }],
    ['4,5', csat, { problem: 'score.notWhole' }],
    ['4 Sterne', csat, { value: 4 }],
    ['5 stars', csat, { value: 5 }],
    ['1 star', csat, { value: 1 }],
    ['★★★★☆', csat, { value: 4 }],
    ['⭐️⭐️', csat, { value: 2 }],
    ['0', csat, { problem: 'score.outside' }],
    ['6', csat, { problem: 'score.outside' }],
  ])('is read: %s', (cell, role, expected) => {
    expect(parseScore(cell, role, 'comma')).toEqual(expected);
  });

  test('may be a word that the plan gives a value', () => {
    const role = { ...csat, labels: { 'sehr zufrieden': 5, naja: 3, 'viel zu viel': 9 } };
    expect(parseScore(' Sehr  zufrieden! ', role, 'point')).toEqual({ value: 5 });
    expect(parseScore('naja', role, 'point')).toEqual({ value: 3 });
    expect(parseScore('Viel zu viel', role, 'point')).toEqual({ problem: 'score.outside' });
    expect(parseScore('zufrieden', role, 'point')).toEqual({ problem: 'score.notANumber' });
    expect(parseScore('constructor', role, 'point')).toEqual({ problem: 'score.notANumber' });
  });

  test('has words beside its number', () => {
    expect(wordsBesideScore('9 - sehr wahrscheinlich')).toBe('sehr wahrscheinlich');
    expect(wordsBesideScore('1 (Sehr unzufrieden)')).toBe('sehr unzufrieden');
    expect(wordsBesideScore('Extremely likely - 10')).toBe('extremely likely');
    expect(wordsBesideScore('9')).toBe('');
    expect(wordsBesideScore('gut')).toBe('');
  });
});

describe('a scale of words', () => {
  test.each<[string, string[], number[] | null]>([
    [
      'satisfied, English',
      ['Very dissatisfied', 'Dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'Very satisfied'],
      [1, 2, 3, 4, 5],
    ],
    [
      'satisfied, German',
      ['Sehr unzufrieden', 'Eher unzufrieden', 'Teils/teils', 'Eher zufrieden', 'Sehr zufrieden'],
      [1, 2, 3, 4, 5],
    ],
    ['with a refusal', ['Sehr zufrieden', 'Unzufrieden', 'keine Angabe'], [5, 2]],
    ['negated', ['nicht zufrieden', 'zufrieden', 'sehr zufrieden'], [2, 4, 5]],
    [
      'of seven',
      [
        'Strongly disagree',
        'Disagree',
        'Somewhat disagree',
        'Neither agree nor disagree',
        'Somewhat agree',
        'Agree',
        'Strongly agree',
      ],
      [1, 2, 3, 4, 5, 6, 7],
    ],
    [
      'agreed, German',
      ['Stimme überhaupt nicht zu', 'Stimme eher nicht zu', 'Weder noch', 'Stimme eher zu', 'Stimme voll und ganz zu'],
      [1, 2, 3, 4, 5],
    ],
    ['fitting, German', ['Trifft überhaupt nicht zu', 'Trifft eher zu', 'Trifft voll zu'], [1, 4, 5]],
    ['easy', ['Very difficult', 'Difficult', 'Neutral', 'Easy', 'Very easy'], [1, 2, 3, 4, 5]],
    ['einfach', ['sehr schwierig', 'eher schwierig', 'eher einfach', 'sehr leicht'], [1, 2, 4, 5]],
    [
      'on one side',
      ['Not at all satisfied', 'Not so satisfied', 'Somewhat satisfied', 'Very satisfied', 'Extremely satisfied'],
      [1, 2, 3, 4, 5],
    ],
    [
      'on one side, German',
      [
        'überhaupt nicht wahrscheinlich',
        'nicht so wahrscheinlich',
        'einigermaßen wahrscheinlich',
        'sehr wahrscheinlich',
        'äußerst wahrscheinlich',
      ],
      [1, 2, 3, 4, 5],
    ],
    ['likely, without a middle', ['Very unlikely', 'Somewhat unlikely', 'Somewhat likely', 'Very likely'], [1, 2, 4, 5]],
    ['good', ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'], [1, 2, 3, 4, 5]],
    ['gut', ['sehr schlecht', 'schlecht', 'mittelmäßig', 'gut', 'sehr gut'], [1, 2, 3, 4, 5]],
    ['thumbs', ['👎', '👍'], [0, 1]],
    ['of two kinds', ['Very satisfied', 'Strongly agree'], null],
    ['with another answer', ['Very satisfied', 'Satisfied', 'Hotline'], null],
    ['of one word only', ['Very satisfied'], null],
    ['of places', ['Köln', 'Bonn'], null],
    ['of nothing', [], null],
  ])('%s', (_what, labels, expected) => {
    const scale = scaleOfLabels(labels);
    expect(scale && Object.values(scale.values)).toEqual(expected);
  });

  test('is told apart from sentences that use its words', () => {
    expect(readLabel('I was very satisfied with the colleague on the phone, thank you very much')).toBeNull();
    expect(readLabel('Wir sind zufriedenstellend bedient worden')).toBeNull();
    expect(readLabel('leicht unzufrieden')).toEqual({ family: 'satisfaction', degree: -1, isGraded: false });
  });
});

test('a role is a closed choice with defaults that keep nothing personal', () => {
  expect(roleSchema.parse({ kind: 'personal', data: 'email' })).toMatchObject({ treatment: 'drop' });
  expect(roleSchema.safeParse({ kind: 'time', form: 'dmy', zone: 'Europe/Atlantis' }).success).toBe(false);
  expect(roleSchema.safeParse({ ...nps, scale: { ...nps.scale, max: 5 } }).success).toBe(false);
  expect(roleSchema.safeParse({ kind: 'nothing' }).success).toBe(false);
});
