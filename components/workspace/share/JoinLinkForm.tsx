'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { type JoinRole, joinRoles, type NewJoinLink } from './joinLink';
import { LinkForm } from './LinkForm';

type Props = { onCreate: (link: NewJoinLink) => Promise<void>; onCancel?: (() => void) | undefined };

/** What a new join link lets people do, and until when. */
export function JoinLinkForm({ onCreate, onCancel }: Props) {
  const t = useTranslations('workspace.share');
  const [role, setRole] = useState<JoinRole>('editor');
  return (
    <LinkForm
      lifetime="day"
      labelHint={t('labelHint')}
      before={
        <Select
          label={t('role')}
          value={role}
          onChange={setRole}
          options={joinRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          hint={role === 'editor' ? undefined : t(role === 'commenter' ? 'commenterHint' : 'viewerHint')}
        />
      }
      onCreate={(link) => onCreate({ role, ...link })}
      onCancel={onCancel}
    />
  );
}
