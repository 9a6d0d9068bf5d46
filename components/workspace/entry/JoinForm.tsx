'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { useForm } from '../useForm';
import { FormProblem } from './EntryCard';
import { signInAsGuest } from './signIn';
import { useSignInSentence } from './useSignInSentence';

type Props = {
  token: string;
  mapId: string;
  departments: readonly { id: string; name: string }[];
  guest: { name: string; departmentId: string | null } | null;
};

/** A guest's name and, if they like, department: then they are in the map. */
export function JoinForm({ token, mapId, departments, guest }: Props) {
  const t = useTranslations('auth');
  const [departmentId, setDepartmentId] = useState(guest?.departmentId ?? '');
  const sentenceOf = useSignInSentence(t('join.failed'));
  const invalid = { name: t('fields.nameNeeded') };
  const { form, errors, general, busy } = useForm({
    invalid,
    sentenceOf,
    check: ({ name }) => (name.trim() ? {} : invalid),
    send: async ({ name }) => {
      await signInAsGuest({ token, name: name.trim(), departmentId });
      window.location.assign(`/maps/${mapId}`);
    },
  });
  return (
    <form {...form} className="space-y-5">
      <FormProblem sentence={general} />
      <TextField
        label={t('fields.name')}
        name="name"
        defaultValue={guest?.name}
        hint={t('join.nameHint')}
        error={errors.name}
        autoComplete="nickname"
        maxLength={60}
        required
      />
      {departments.length > 0 ? (
        <Select
          label={t('join.department')}
          value={departmentId}
          onChange={setDepartmentId}
          options={[
            { value: '', label: t('join.noDepartment') },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      <Button type="submit" variant="primary" size="lg" busy={busy} className="w-full">
        {t('join.submit')}
      </Button>
    </form>
  );
}
