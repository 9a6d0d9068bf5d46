import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { AssignBar } from '@/components/evidence/answers/AssignBar';
import { CategoryLines } from '@/components/evidence/categories/CategoryLines';
import type { CategorySet } from '@/components/evidence/categories/categorySet';
import { RuleList } from '@/components/evidence/categories/RuleList';
import { ReasonTable } from '@/components/evidence/reasons/ReasonTable';
import { UiProviders } from '@/components/ui/UiProviders';
import { usualLimits } from '@/lib/evidence/figures/answerLimits';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { type Locale, locales } from '@/lib/i18n/locale';
import { pickMessages } from '@/lib/i18n/pickMessages';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }), usePathname: () => '/' }));

const set: CategorySet = {
  items: [
    { id: 'a', parentId: null, level: 1, name: 'Bill', aliases: ['RE-01'] },
    { id: 'b', parentId: 'a', level: 2, name: 'Reminder', aliases: [] },
  ],
  rules: [{ id: 'r', categoryId: 'b', any: ['reminder', 'overdue'], none: ['thanks'], words: 'beginning' }],
  isSorting: false,
};

const render = (locale: Locale, page: React.ReactNode): string =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} messages={pickMessages(locale, ['evidencePages'])}>
      <UiProviders>{page}</UiProviders>
    </IntlProvider>,
  ).replaceAll(/<svg.*?<\/svg>/gs, '');
const textOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll(/\|+/g, '|')
    .replaceAll(/\u00a0/g, ' ');

describe.each(locales)('contact reasons on pages (%s)', (locale) => {
  test('the tree can be changed by whoever may, and only looked at by others', () => {
    const lines = (mayManage: boolean) =>
      render(locale, <CategoryLines workspaceId="w" categories={set.items} rules={set.rules} mayManage={mayManage} />);
    expect(lines(true).match(/<button/g)).toHaveLength(10);
    expect(lines(false)).not.toContain('<button');
    expect(lines(false)).toContain('RE-01');
  });

  test('rules say their words in their order', () => {
    const text = textOf(render(locale, <RuleList workspaceId="w" set={set} sources={[]} mayManage />));
    expect(text).toContain('Bill › Reminder');
    expect(text).toContain(
      locale === 'de'
        ? 'Wortanfänge: „reminder“ oder „overdue“ – aber nicht „thanks“'
        : 'Beginnings of words: “reminder” or “overdue” – but not “thanks”',
    );
  });

  test('the table counts each answer once, and says nothing of shares of too few', () => {
    const reasons = (answers: number) => ({
      ...{ answers, uncategorised: 2, months: [{ month: '2026-01', answers, uncategorised: 2 }] },
      categories: [
        {
          ...{ categoryId: 'a', parentId: null, level: 1, path: ['Bill'], own: 3, total: answers - 2 },
          months: [{ month: '2026-01', answers: answers - 2 }],
        },
        {
          ...{ categoryId: 'b', parentId: 'a', level: 2, path: ['Bill', 'Reminder'], own: answers - 5, total: answers - 5 },
          months: [{ month: '2026-01', answers: answers - 5 }],
        },
      ],
    });
    const many = textOf(render(locale, <ReasonTable reasons={reasons(20)} limits={usualLimits} />));
    expect(many).toContain(locale === 'de' ? '|Bill › Reminder|15|75 %|15|' : '|Bill › Reminder|15|75%|15|');
    expect(many).toContain(locale === 'de' ? '|Bill|3|15 %|3|' : '|Bill|3|15%|3|');
    expect(textOf(render(locale, <ReasonTable reasons={reasons(9)} limits={usualLimits} />))).toContain('|Bill|3|–|3|');
  });

  test('nothing can be assigned before a reason and an answer are chosen', () => {
    const bar = render(
      locale,
      <AssignBar
        sourceId="s"
        categories={set.items}
        shown={['1', '2']}
        chosen={new Set()}
        query={{}}
        onChooseAll={() => undefined}
        onAssigned={() => undefined}
      />,
    );
    expect(bar.match(/<button[^>]*disabled/g)).toHaveLength(2);
    expect(textOf(bar)).toContain(locale === 'de' ? 'Alle 2 gezeigten wählen' : 'Choose all 2 shown');
  });
});
