import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';

type Props = {
  wasBaseline: boolean;
  /** That only a file said so. */
  fromFile: boolean;
  /** Where it is the usual thing that everybody has signed, that is not said. */
  isUsual?: boolean;
};

/** Whether what a future state starts from is signed off. */
export function SignedBadge({ wasBaseline, fromFile, isUsual = false }: Props) {
  const t = useTranslations('future');
  if (!wasBaseline) return <Badge tone="warning">{t('unsigned')}</Badge>;
  if (fromFile) return <Badge tone="warning">{t('baselineByFile')}</Badge>;
  return isUsual ? null : <Badge tone="success">{t('baseline')}</Badge>;
}
