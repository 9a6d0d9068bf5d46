'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { MadeToken } from './MadeToken';
import { NewTokenForm } from './NewTokenForm';

type Props = { server: string; onMade: () => void; onClose: () => void };

/** Asks what a new token is for, then shows it, this once: a press outside does not put it away. */
export function NewTokenDialog({ server, onMade, onClose }: Props) {
  const t = useTranslations('tokens');
  const common = useTranslations('common');
  const [token, setToken] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      dismissible={token === null && !isBusy}
      title={t(token === null ? 'newTitle' : 'madeTitle')}
      description={t(token === null ? 'newText' : 'madeText')}
      footer={
        token === null ? (
          <>
            <DialogClose>
              <Button>{common('cancel')}</Button>
            </DialogClose>
            <Button type="submit" form="new-token" variant="primary" busy={isBusy}>
              {t('create')}
            </Button>
          </>
        ) : (
          <DialogClose>
            <Button>{t('done')}</Button>
          </DialogClose>
        )
      }
    >
      {token === null ? (
        <NewTokenForm
          id="new-token"
          onBusy={setBusy}
          onMade={(made) => {
            setToken(made);
            onMade();
          }}
        />
      ) : (
        <MadeToken token={token} server={server} />
      )}
    </Dialog>
  );
}
