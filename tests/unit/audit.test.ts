import { describe, expect, test } from 'vitest';
import { auditCsv } from '@/lib/audit/auditCsv';
import { auditSentence } from '@/lib/audit/auditSentence';
import { toCsvCell } from '@/lib/audit/csvCell';
import type { NamedAuditEntry } from '@/lib/audit/readAudit';
import { auditActions } from '@/lib/data/audit';
import { locales } from '@/lib/i18n/locale';

const entry = (over: Partial<NamedAuditEntry> = {}): NamedAuditEntry => ({
  ...{ id: '7', at: new Date('2026-11-25T20:00:00Z'), action: 'map.deleted', actorId: 'user:a', actorName: 'Ana' },
  ...{ subjectId: null, subjectName: null, mapId: 'm', mapTitle: 'Bill', detail: {} },
  ...over,
});

describe('the audit log in words', () => {
  test.each(locales)('%s: every action is a sentence, with and without names', (locale) => {
    for (const action of auditActions) {
      for (const over of [{}, { actorName: null, mapTitle: null, mapId: null }]) {
        const sentence = auditSentence(entry({ action, ...over }), locale);
        expect(sentence, action).toMatch(/^\p{Lu}.+\.$/u);
        expect(sentence, action).not.toMatch(/[{}]|actions\./);
      }
    }
  });

  test('names whoever is gone by what is left of them', () => {
    expect(auditSentence(entry({ actorName: null }), 'de')).toBe('Gelöschtes Konto hat „Bill“ gelöscht.');
    expect(auditSentence(entry({ actorId: 'guest:g', actorName: null, action: 'guest.joined' }), 'en')).toBe(
      'A guest joined “Bill” by a link.',
    );
    expect(auditSentence(entry({ actorId: 'system', actorName: null, action: 'map.purged', mapTitle: null }), 'en')).toBe(
      'Wegmarke deleted a map that no longer exists for good.',
    );
    const detail = { before: 'viewer', after: 'owner' };
    expect(auditSentence(entry({ action: 'member.roleChanged', subjectId: 'user:b', subjectName: 'Ben', detail }), 'en')).toBe(
      'Ana gave Ben another role: Manage instead of View.',
    );
  });

  test('names a template as it is called today, and one that is gone by what it was', () => {
    const saved = entry({ action: 'template.created', templateName: 'Onboarding' });
    expect(auditSentence(saved, 'en')).toBe('Ana saved “Bill” as the template “Onboarding”.');
    expect(auditSentence(saved, 'de')).toBe('Ana hat „Bill“ als Vorlage „Onboarding“ gespeichert.');
    expect(auditSentence({ ...saved, templateName: null }, 'de')).toBe('Ana hat „Bill“ als Vorlage gespeichert.');
    expect(auditSentence(entry({ action: 'template.renamed' }), 'en')).toBe('Ana renamed a template.');
  });

  test('of an action that this version does not know is told by its name', () => {
    expect(auditSentence(entry({ action: 'moon.landed' }), 'en')).toBe('moon.landed');
  });
});

describe('the audit log as CSV', () => {
  test.each([
    ['plain', 'plain'],
    ['a "quoted" one', '"a ""quoted"" one"'],
    ['one, two', '"one, two"'],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['  @SUM(A1)', "'  @SUM(A1)"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['\tx', "'\tx"],
    ['line\nbreak', '"line\nbreak"'],
  ])('writes %j as %j', (given, wanted) => expect(toCsvCell(given)).toBe(wanted));

  test('has a heading, a mark for spreadsheets and a line for each entry', async () => {
    async function* pages() {
      yield [entry({ actorName: '=cmd()' })];
      yield [entry({ id: '6' })];
    }
    let text = '';
    for await (const piece of auditCsv(pages(), 'en')) text += piece;
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\ufeffTime \(UTC\),What happened/);
    expect(lines[1]).toContain(",'=cmd(),");
    expect(lines[2]).toMatch(/^2026-11-25T20:00:00\.000Z,Ana deleted “Bill”\.,map\.deleted,Ana,user:a,,m,\{\}$/);
  });
});
