'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/TextField';
import { FormProblem } from './entry/EntryCard';
import { useForm } from './useForm';

type Props = {
  title: string;
  text: ReactNode;
  /** What has to be typed. */
  name: string;
  confirmLabel: string;
  send: (typed: string) => Promise<void>;
  onClose: () => void;
};

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Asks for the name of something large before it is deleted. */
export function TypeNameDialog({ title, text, name, confirmLabel, send, onClose }: Props) {
  const t = useTranslations('lifecycle.workspaces');
  const common = useTranslations('common');
  const invalid = { name: t('typeNameNeeded', { name }) };
  const { form, errors, general, busy } = useForm({
    invalid,
    reasons: { workspaceNameWrong: 'name' },
    check: (values) => (plain(values.name) === plain(name) ? {} : invalid),
    send: (values) => send(values.name),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="sm"
      title={title}
      description={text}
    >
      <form {...form} className="space-y-5">
        <FormProblem sentence={general} />
        <TextField
          label={t('typeName', { name })}
          name="name"
          error={errors.name}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          required
        />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button type="submit" variant="danger" busy={busy}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
