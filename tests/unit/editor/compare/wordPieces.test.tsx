import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WordPieces } from '@/components/editor/compare/WordPieces';
import { toWordPieces } from '@/lib/document/wordDiff';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import type { Locale } from '@/lib/i18n/locale';
import { pickMessages } from '@/lib/i18n/pickMessages';

const markup = (locale: Locale, before: string, after: string): string =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} messages={pickMessages(locale, ['comparing'])}>
      <WordPieces pieces={toWordPieces(before, after)} />
    </IntlProvider>,
  );

test('what went and what came is told in words to those who do not see the strokes', () => {
  const english = markup('en', 'Waits on hold', 'Waits in the queue');
  expect(english).toContain('<span class="sr-only">Waits (removed: “on hold”) (added: “in the queue”)</span>');
  expect(english).toMatch(/<span aria-hidden="true">.*<del/);
  expect(markup('de', 'Wartet', '')).toContain('<span class="sr-only">(weggefallen: „Wartet“)</span>');
  // Nobody is told of a space.
  expect(markup('en', 'a  b', 'a b')).not.toContain('“ ”');
});
