import { roleSchema } from '@/lib/access/standing';
import { type AuditAction, auditActions } from '@/lib/data/audit';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import type { NamedAuditEntry } from './readAudit';

type KeyOf<Action extends string> = Action extends `${infer Area}.${infer What}` ? `${Area}_${What}` : Action;

/** Every action has a sentence: one without is a type error. */
const keyOf = <Action extends AuditAction>(action: Action) => action.replace('.', '_') as KeyOf<Action>;

const isKnown = (action: string): action is AuditAction => auditActions.some((known) => known === action);

/** What an entry says, as a sentence in the reader's language. Names are those of today. */
export function auditSentence(entry: NamedAuditEntry, locale: Locale): string {
  const t = translatorOf(locale, 'audit');
  const roles = translatorOf(locale, 'workspace');
  const roleName = (value: unknown): string => {
    const role = roleSchema.safeParse(value);
    return role.success ? roles(`roles.${role.data}`) : String(value ?? '–');
  };
  const person = (id: string | null, name: string | null): string => {
    if (name !== null) return name;
    if (id === null) return t('somebody');
    if (id === 'system') return t('system');
    return t(id.startsWith('guest:') ? 'guest' : 'deletedAccount');
  };
  const { detail, mapTitle } = entry;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const count = typeof detail.guests === 'number' ? detail.guests : 0;
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  const values = {
    actor: person(entry.actorId, entry.actorName),
    subject: person(entry.subjectId, entry.subjectName),
    map: mapTitle === null ? t('goneMap') : mapTitle === '' ? t('untitledMap') : t('namedMap', { title: mapTitle }),
    role: roleName(detail.role),
    before: roleName(detail.before),
    after: roleName(detail.after),
    format: typeof detail.format === 'string' ? detail.format.toUpperCase() : '–',
    guests: count,
    template: entry.templateName ?? '',
    hasTemplate: entry.templateName ? 'yes' : 'no',
    answers: number(detail.added),
    kept: number(detail.keptPersonal),
    number: number(detail.number),
    scoreBefore: number(detail.scoreBefore),
    scoreAfter: number(detail.scoreAfter),
    firmBefore: number(detail.firmBefore),
    firmAfter: number(detail.firmAfter),
    // What a deleted version was besides.
    signOff: text(detail.signOff) || 'none',
    hasPassword: detail.password === true ? 'yes' : 'no',
    nameBefore: text(detail.nameBefore),
    nameAfter: text(detail.nameAfter),
    // Entries of older versions name neither.
    isNamed: typeof detail.nameAfter === 'string' ? 'yes' : 'no',
  };
  return isKnown(entry.action) ? t(`actions.${keyOf(entry.action)}`, values) : t('unknown', { action: entry.action });
}
