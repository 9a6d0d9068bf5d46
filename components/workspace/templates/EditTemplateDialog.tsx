'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { useToast } from '@/components/ui/Toast';
import { FormProblem } from '../entry/EntryCard';
import type { OwnTemplate } from '../maps/templateChoice';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';
import { TemplateFields } from './TemplateFields';

/** Gives a template of the workspace another name or description. */
export function EditTemplateDialog({ template, onClose }: { template: OwnTemplate; onClose: () => void }) {
  const t = useTranslations('templates');
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const { form, errors, general, busy } = useForm({
    invalid: { name: t('nameNeeded'), description: t('descriptionTooLong') },
    check: (values): { name?: string } => (values.name.trim() === '' ? { name: t('nameNeeded') } : {}),
    send: async (values) => {
      await requestJson('PATCH', `/api/templates/${template.id}`, anyAnswer, values);
      toast({ title: t('changed'), tone: 'success' });
      router.refresh();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="sm"
      title={t('editTitle')}
    >
      <form {...form} className="space-y-5">
        <FormProblem sentence={general} />
        <TemplateFields name={template.name} description={template.description} errors={errors} />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button type="submit" variant="primary" busy={busy}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
