import { useLocale, useTranslations } from 'use-intl';
import { useDateText } from '@/components/ui/Time';
import { dateLocale } from '@/lib/i18n/dateLocale';
import type { SignatureAnswer, SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { countPeople } from '@/lib/signOffs/signOffView';

/** How sign-offs are spoken of. */
export function useSignOffWords() {
  const t = useTranslations('signOff');
  const locale = useLocale();
  const dateText = useDateText();
  const timeOf = (iso: string): string => dateText(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' });
  const dayOf = (iso: string): string => dateText(new Date(iso), { dateStyle: 'medium' });
  const nameOf = (person: { name: string | null } | null): string => person?.name ?? t('somebody');
  const departmentOf = ({ name }: { name: string }): string => name.trim() || t('unnamedDepartment');
  return {
    ...{ timeOf, dayOf, nameOf, departmentOf },
    /** “Billing and Service”; empty for somebody who is asked for none. */
    departmentsOf(signatures: readonly SignatureAnswer[]): string {
      const names = signatures.flatMap(({ department }) => (department ? [departmentOf(department)] : []));
      return new Intl.ListFormat(dateLocale(locale), { type: 'conjunction' }).format(names);
    },
    /** In a few words: “Sign-off: 3 of 5”, “Baseline”. */
    shortOf(signOff: SignOffAnswer): string {
      return signOff.status === 'signed' ? t('badge.signed') : t('badge.open', countPeople(signOff));
    },
    /** The same with all that belongs to it. */
    longOf(signOff: SignOffAnswer): string {
      const counts = countPeople(signOff);
      if (signOff.status !== 'signed') return t('badge.openLong', counts);
      return t('badge.signedLong', { ...counts, date: dayOf(signOff.ended?.at ?? signOff.at) });
    },
    /** A day is one of the place where it is read. */
    dueOf({ dueOn, status }: SignOffAnswer): string | null {
      if (dueOn === null) return null;
      const date = new Date(`${dueOn}T12:00:00`);
      const isOver = status === 'open' && new Date(`${dueOn}T23:59:59`).getTime() < Date.now();
      return t(isOver ? 'overdue' : 'due', { date: dateText(date, { dateStyle: 'medium' }) });
    },
  };
}
