'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { FormProblem } from './entry/EntryCard';
import type { useForm } from './useForm';

type Props = Pick<ReturnType<typeof useForm>, 'form' | 'general' | 'busy'> & {
  title: string;
  description?: string;
  /** What the button says that sends the form. */
  confirm: string;
  danger?: boolean;
  /** There is nothing that could be sent; why stands in the form. */
  blocked?: boolean;
  size?: 'sm' | 'md';
  onClose: () => void;
  children: ReactNode;
};

/** A small form that one opens, fills in, and sends or leaves. What the server refuses stands above its fields. */
export function FormDialog({
  form,
  general,
  busy,
  title,
  description,
  confirm,
  danger = false,
  blocked = false,
  size = 'sm',
  onClose,
  children,
}: Props) {
  const common = useTranslations('common');
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size={size}
      title={title}
      {...(description === undefined ? {} : { description })}
    >
      <form
        {...form}
        className="space-y-5"
        onSubmit={(event) => {
          if (blocked) event.preventDefault();
          else void form.onSubmit(event);
        }}
      >
        <FormProblem sentence={general} />
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} aria-disabled={blocked || undefined}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
