'use client';

import { useRouter } from 'next/navigation';
import { Select } from '@/components/ui/Select';

type Props = { path: string; label: string; value: string; options: readonly { value: string; label: string }[] };

/** Narrows the audit log down to one kind of entries. */
export function AuditFilter({ path, label, value, options }: Props) {
  const router = useRouter();
  return (
    <div className="w-56">
      <Select
        label={label}
        value={value}
        options={options}
        onChange={(kind) => router.push(kind === 'all' ? path : `${path}?kind=${kind}`)}
      />
    </div>
  );
}
