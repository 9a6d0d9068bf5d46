'use client';

import { useState } from 'react';
import { useNow, useTranslations } from 'use-intl';
import { z } from 'zod';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { DateTime } from '@/components/ui/Time';
import { type TokenScope, tokenScopes } from '@/lib/access/actor';
import { FormProblem } from '../entry/EntryCard';
import { requestJson } from '../request';
import { useForm } from '../useForm';
import { endOf, type Lifetime, lifetimes } from './accessToken';

type Props = { id: string; onBusy: (busy: boolean) => void; onMade: (token: string) => void };

const madeSchema = z.object({ token: z.string() });

/** What a new token is called, may do, and until when. */
export function NewTokenForm({ id, onBusy, onMade }: Props) {
  const t = useTranslations('tokens');
  const now = useNow();
  const [scope, setScope] = useState<TokenScope>('read');
  const [lifetime, setLifetime] = useState<Lifetime>('quarter');
  const invalid = { name: t('nameNeeded') };
  const { form, errors, general } = useForm({
    invalid,
    check: ({ name }) => (name.trim() ? {} : invalid),
    send: async ({ name }) => {
      onBusy(true);
      try {
        const input = { name: name.trim(), scope, expiresInDays: lifetimes[lifetime] };
        onMade((await requestJson('POST', '/api/account/tokens', madeSchema, input)).token);
      } finally {
        onBusy(false);
      }
    },
  });
  const end = endOf(lifetime, now);
  return (
    <form {...form} id={id} className="space-y-5">
      <FormProblem sentence={general} />
      <TextField
        label={t('name')}
        name="name"
        hint={t('nameHint')}
        error={errors.name}
        autoComplete="off"
        maxLength={100}
        required
      />
      <div>
        <p className="mb-1.5 font-semibold text-sm">{t('scope')}</p>
        <SegmentedControl
          label={t('scope')}
          value={scope}
          options={tokenScopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
          onChange={setScope}
        />
        <p className="mt-1.5 text-ink-faint text-sm">{t(`scopeHints.${scope}`)}</p>
      </div>
      <div className="max-w-64">
        <Select
          label={t('lifetime')}
          value={lifetime}
          onChange={setLifetime}
          options={(Object.keys(lifetimes) as Lifetime[]).map((value) => ({ value, label: t(`lifetimes.${value}`) }))}
          hint={end ? t.rich('validUntil', { time: () => <DateTime iso={end.toISOString()} dateOnly /> }) : t('endlessHint')}
        />
      </div>
    </form>
  );
}
