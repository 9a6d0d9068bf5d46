import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { useEditor } from '../session/EditorContext';

/** Brings everybody to what is in sight here, and says so. For those whom the server lets lead; others are not heard. */
export function useGather(): () => void {
  const t = useTranslations('together');
  const { navigation, together } = useEditor();
  const toast = useToast();
  return useCallback(() => {
    const sight = navigation.sight();
    if (sight) toast({ title: t(together.getState().gather(sight) ? 'gathered' : 'gatheredTooSoon') });
  }, [navigation, together, toast, t]);
}
