'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import type { Member } from './signOffRequests';
import { useSignOffWords } from './useSignOffWords';

/** Who is asked, by department, and who besides; ids of users. */
export type Asked = { everyDepartment: boolean; byDepartment: Readonly<Record<string, string>>; people: readonly string[] };

type Props = {
  departments: readonly { id: string; name: string }[];
  members: readonly (Member & { label: string })[];
  asked: Asked;
  /** Whether it was tried to send what is incomplete. */
  isJudged: boolean;
  onChange: (asked: Asked) => void;
};

/** Chooses who is to sign: one person for each department, and others. */
export function SignerFields({ departments, members, asked, isJudged, onChange }: Props) {
  const t = useTranslations('signOff.form');
  const { departmentOf } = useSignOffWords();
  const { everyDepartment, byDepartment, people } = asked;
  const options = [{ value: '', label: t('nobody') }, ...members.map(({ userId, label }) => ({ value: userId, label }))];
  const isNobody = people.length === 0 && departments.every(({ id }) => !byDepartment[id]);
  const toggle = (userId: string, isChosen: boolean): void =>
    onChange({ ...asked, people: isChosen ? [...people, userId] : people.filter((id) => id !== userId) });
  return (
    <>
      <fieldset>
        <legend className="mb-2 font-semibold text-sm">{t('departments')}</legend>
        {departments.length === 0 ? (
          <p className="text-ink-soft text-sm">{t('noDepartments')}</p>
        ) : (
          <>
            <Switch
              label={t('everyDepartment')}
              checked={everyDepartment}
              onChange={(next) => onChange({ ...asked, everyDepartment: next })}
            />
            <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2">
              {departments.map((department) => (
                <Select
                  key={department.id}
                  label={departmentOf(department)}
                  value={byDepartment[department.id] ?? ''}
                  options={options}
                  error={isJudged && everyDepartment && !byDepartment[department.id] ? t('departmentNeeded') : undefined}
                  onChange={(userId) => onChange({ ...asked, byDepartment: { ...byDepartment, [department.id]: userId } })}
                />
              ))}
            </div>
          </>
        )}
      </fieldset>
      <fieldset>
        <legend className="font-semibold text-sm">{t('people')}</legend>
        <p className="mb-1 text-ink-faint text-sm">{t('peopleHint')}</p>
        <ul className="max-h-56 overflow-y-auto">
          {members.map(({ userId, label }) => (
            <li key={userId}>
              <label className="flex min-h-8 cursor-pointer items-center gap-3 rounded-md px-2 py-1.5 text-sm hover:bg-hover pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-accent pointer-coarse:size-5"
                  checked={people.includes(userId)}
                  onChange={(event) => toggle(userId, event.target.checked)}
                />
                <span className="wrap-anywhere">{label}</span>
              </label>
            </li>
          ))}
        </ul>
        {isJudged && isNobody ? (
          <p role="alert" className="mt-1.5 text-danger text-sm">
            {t('somebodyNeeded')}
          </p>
        ) : null}
      </fieldset>
    </>
  );
}
