import { expect, test } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { listAgendaTemplates } from '@/lib/workshop/agendaTemplates';
import { agendaInLanguage } from '@/lib/workshop/agendaTemplates/inLanguage';

const agendaOf = (template: number, locale: 'de' | 'en') =>
  (listAgendaTemplates(locale)[template]?.items ?? []).map((item, index) => ({ id: String(index), ...item }));

test('every template reads the same in a language, whichever it was begun in', () => {
  for (const template of [0, 1]) {
    for (const locale of locales) {
      for (const begun of locales) {
        expect(agendaInLanguage(agendaOf(template, begun), locale)).toEqual(agendaOf(template, locale));
      }
    }
  }
});

test('what people wrote stays as it is, beside what a template says', () => {
  const [item] = agendaOf(0, 'en');
  if (!item) throw new Error('the template has items');
  const changed = { ...item, title: 'Hello, all of you' };
  expect(agendaInLanguage([changed], 'de')).toEqual([{ ...changed, notes: agendaOf(0, 'de')[0]?.notes }]);
});
