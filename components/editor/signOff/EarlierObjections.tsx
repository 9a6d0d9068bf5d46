'use client';

import { useTranslations } from 'use-intl';
import type { SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { useSignOffWords } from './useSignOffWords';

/** What was objected to the versions in whose place this one came: whoever looks at it wants to know whether that is mended. */
export function EarlierObjections({ before }: { before: readonly SignOffAnswer[] }) {
  const t = useTranslations('signOff');
  const { nameOf, departmentOf } = useSignOffWords();
  const objected = before.flatMap(({ id, version, signatures }) =>
    signatures.filter(({ reason }) => reason !== '').map((signature) => ({ id, number: version.number, signature })),
  );
  if (objected.length === 0) return null;
  return (
    <ul className="mt-3 space-y-2 rounded-md bg-surface-sunken px-3 py-2 text-sm">
      {objected.map(({ number, signature: { id, person, department, reason } }) => (
        <li key={id}>
          <p className="font-semibold">
            {t('earlierObjection', { number })}: {nameOf(person)}
            {department ? `, ${t('forDepartment', { department: departmentOf(department) })}` : ''}
          </p>
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {reason}
          </p>
        </li>
      ))}
    </ul>
  );
}
