'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { FormDialog } from '../FormDialog';
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
    <FormDialog form={form} general={general} busy={busy} title={t('editTitle')} confirm={common('save')} onClose={onClose}>
      <TemplateFields name={template.name} description={template.description} errors={errors} />
    </FormDialog>
  );
}
