'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PasswordField } from '@/components/ui/PasswordField';
import { Switch } from '@/components/ui/Switch';
import { TextField } from '@/components/ui/TextField';
import { LinkForm } from './LinkForm';
import type { NewLink } from './mapLink';
import { type NewViewLink, readSites } from './viewLink';

type Props = { onCreate: (link: NewViewLink) => Promise<void>; onCancel?: (() => void) | undefined };

const shortestPassword = 4;

/** Who sees the map by a new link, until when, and on which sites. */
export function ViewLinkForm({ onCreate, onCancel }: Props) {
  const t = useTranslations('workspace.share.view');
  const [password, setPassword] = useState('');
  const [embeddable, setEmbeddable] = useState(false);
  const [sites, setSites] = useState('');
  const [tried, setTried] = useState(false);
  const embedSites = embeddable ? readSites(sites) : [];
  const isShort = password !== '' && [...password].length < shortestPassword;

  const create = async (link: NewLink): Promise<void> => {
    setTried(true);
    if (isShort || embedSites === null) return;
    await onCreate({ ...link, password: password === '' ? null : password, embeddable, embedSites });
  };

  return (
    <LinkForm
      lifetime="month"
      labelHint={t('labelHint')}
      after={
        <PasswordField
          label={t('password')}
          hint={t('passwordHint')}
          error={tried && isShort ? t('passwordShort') : undefined}
          value={password}
          maxLength={200}
          autoComplete="new-password"
          onChange={(event) => setPassword(event.target.value)}
        />
      }
      onCreate={create}
      onCancel={onCancel}
    >
      <Switch label={t('embeddable')} hint={t('embeddableHint')} checked={embeddable} onChange={setEmbeddable} />
      {embeddable ? (
        <TextField
          label={t('sites')}
          hint={t('sitesHint')}
          error={tried && embedSites === null ? t('sitesWrong') : undefined}
          value={sites}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSites(event.target.value)}
        />
      ) : null}
    </LinkForm>
  );
}
