import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { VersionItem } from '@/components/editor/versions/VersionItem';
import type { Version } from '@/components/editor/versions/versionRequests';
import { TooltipProvider } from '@/components/ui/Tooltip';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { locales } from '@/lib/i18n/locale';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { translatorOf } from '@/lib/i18n/translator';

const version: Version = {
  ...{
    number: 2,
    kind: 'beforeRestore',
    name: '',
    note: '',
    by: null,
    at: '2026-03-14T10:00:00.000Z',
    stepCount: 1,
    cardCount: 1,
  },
  restore: { number: 1, name: 'Agreed', isUndone: false },
};
const undone: Version = { ...version, restore: { number: 1, name: 'Agreed', isUndone: true } };

describe.each(locales)('a version on the timeline (%s)', (locale) => {
  const t = translatorOf(locale, 'versions');
  const render = (shown: Version, may: boolean): string => {
    const act = may ? () => undefined : null;
    return renderToStaticMarkup(
      <IntlProvider locale={locale} messages={pickMessages(locale, ['versions', 'comparing', 'signOff'])}>
        <TooltipProvider>
          <VersionItem
            version={shown}
            isShown={false}
            onShow={() => undefined}
            onCompare={() => undefined}
            onRestore={act}
            onUndoRestore={act}
            onFuture={null}
            onPutUp={null}
            onDelete={null}
          />
        </TooltipProvider>
      </IntlProvider>,
    );
  };

  test('says what was brought back after it, and offers to undo that as long as it is not undone', () => {
    const open = render(version, true);
    expect(open).toContain(t('restoredAfter', { title: 'Version 1: Agreed' }));
    expect(open).toContain(t('undoRestore'));
    const done = render(undone, true);
    expect(done).toContain(t('restoredAndUndone', { title: 'Version 1: Agreed' }));
    expect(done).not.toContain(t('undoRestore'));
    const parts = { ...version, restore: { number: 1, name: 'Agreed', parts: 2, isUndone: false } };
    expect(render(parts, true)).toContain(t('partsRestoredAfter', { count: 2, title: 'Version 1: Agreed' }));
    const begun = render({ ...version, restore: { number: 1, name: 'Agreed', isUndone: false, isPending: true } }, true);
    expect(begun).toContain(t('restoreBegun', { title: 'Version 1: Agreed' }));
    // What was not done cannot be undone.
    expect(begun).not.toContain(t('undoRestore'));
  });

  test('says that it is a baseline, or how far its sign-off is', () => {
    const badge = translatorOf(locale, 'signOff');
    const counts = { signed: 3, asked: 5 };
    const marked = (status: 'open' | 'signed') => render({ ...version, signOff: { status, ...counts, signedAt: null } }, false);
    expect(marked('signed')).toContain(badge('badge.signed'));
    expect(marked('open')).toContain(badge('badge.open', counts));
    expect(render(version, false)).not.toContain(badge('badge.signed'));
  });

  test('offers a look, and in its menu a comparison, to whoever may not bring it back', () => {
    const markup = render(version, false);
    expect(markup).toContain(t('restoredAfter', { title: 'Version 1: Agreed' }));
    expect(markup).not.toContain(t('undoRestore'));
    expect(markup).toContain('aria-haspopup="menu"');
  });
});
