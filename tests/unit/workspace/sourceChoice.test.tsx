import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { TooltipProvider } from '@/components/ui/Tooltip';
import { SourceChoice } from '@/components/workspace/maps/SourceChoice';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { type Locale, locales } from '@/lib/i18n/locale';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { listTemplates } from '@/lib/map/templates/listTemplates';

const outline = { stages: 1, steps: 1, moments: 0, curve: [null] };
const ownOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `t${index}`, name: `Ours ${index}`, description: '', outline }));

const render = (locale: Locale, own: ReturnType<typeof ownOf>, value = 'blank') =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} messages={pickMessages(locale, ['templates'])}>
      <TooltipProvider>
        <SourceChoice value={value} templates={listTemplates(locale)} ownTemplates={own} onChange={() => undefined} />
      </TooltipProvider>
    </IntlProvider>,
  );

const radiosOf = (markup: string): string[] =>
  [...markup.matchAll(/<button[^>]*role="radio"[^>]*>(.*?)<\/button>/gs)].map(([, inside = '']) =>
    inside
      .replaceAll(/<svg.*?<\/svg>/gs, '')
      .replaceAll(/<[^>]*>/g, '|')
      .replaceAll(/\|+/g, '|'),
  );

describe.each(locales)('the choice of what a map begins with (%s)', (locale) => {
  test('offers what the product brings, each by its title first, with one sentence and its size', () => {
    const radios = radiosOf(render(locale, []));
    expect(radios).toHaveLength(7);
    for (const { title, description } of listTemplates(locale)) {
      expect(radios.some((text) => text.startsWith(`|${title}|${description}|`))).toBe(true);
    }
    expect(radios[0]).toContain(
      locale === 'de' ? '12 Schritte, 2 Alles-oder-nichts-Momente' : '12 steps, 2 all-or-nothing moments',
    );
  });

  test('puts those of the workspace first; by Tab one comes to what can be done with the chosen one only', () => {
    const markup = render(locale, ownOf(2), 'own:t1');
    expect(radiosOf(markup)[0]).toMatch(/^\|Ours 0\|/);
    const menus = [...markup.matchAll(/<button[^>]*aria-haspopup="menu"[^>]*>/g)].map(([tag]) => tag);
    expect(menus.map((tag) => /tabindex="(-?\d)"/i.exec(tag)?.[1])).toEqual(['-1', '0']);
    expect(menus[1]).toContain('Ours 1');
    expect(markup).not.toContain('type="search"');
  });

  test('can be searched once a workspace has many', () => {
    expect(render(locale, ownOf(9), 'own:t0')).toContain('type="search"');
  });
});
