import { expect, test } from 'vitest';
import { placeholdersOf } from './placeholdersOf';

test.each([
  ['Hello {name}, since <time></time>', ['<time>', 'name']],
  ['{count, plural, =0 {None} one {# map of {owner}} other {# maps}} in {place}', ['count', 'owner', 'place']],
  ['{kind, select, a {Yes} other {No}}', ['kind']],
  ['{day, date, ::dMMM}', ['day']],
  ['nothing', []],
])('finds the placeholders of %j', (message, names) => {
  expect(placeholdersOf(message)).toEqual(names);
});
