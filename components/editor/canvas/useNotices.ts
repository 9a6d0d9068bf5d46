import { useCallback } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import type { DeletedThings } from '../commands/deletedThings';
import type { Notice } from '../commands/notice';

/** Shows what a command has to say, at the lower edge of the page. */
export function useNotices(): (notice: Notice) => void {
  const t = useTranslations('editor.canvas.notice');
  const structure = useTranslations('structure.notice');
  const common = useTranslations('common');
  const format = useFormatter();
  const toast = useToast();
  return useCallback(
    (notice) => {
      switch (notice.type) {
        case 'deleted':
          toast({
            title: t('deleted', {
              what: format.list(notice.things.items.map(({ type, ...values }) => t(`thing.${type}`, values))),
            }),
            ...describe(t, notice.things),
            action: { label: common('undo'), onClick: notice.undo },
          });
          break;
        case 'lanesHidden':
          toast({
            title: t('lanesHidden', { count: notice.titles.length, title: notice.titles[0] ?? '' }),
            description: t('lanesHiddenHint'),
            action: { label: common('undo'), onClick: notice.undo },
          });
          break;
        case 'laneGone':
          toast({
            title: t('laneGone', { title: notice.title }),
            ...(notice.wrote ? { description: t('laneGoneKept') } : {}),
            ...(notice.show ? { action: { label: t('showLane'), onClick: notice.show } } : {}),
          });
          break;
        case 'pastedPart': {
          const { made, count, total } = notice;
          toast({
            title: t(made === 'cards' ? 'pastedPart' : 'pastedPartSteps', { count, total }),
            description: t('pastedPartHint'),
            tone: 'danger',
            duration: 15_000,
          });
          break;
        }
        case 'pastedTable': {
          const { undo, type: _, ...counts } = notice;
          toast({ title: t('pastedTable', counts), action: { label: common('undo'), onClick: undo } });
          break;
        }
        case 'tableGone':
          toast({ title: t('tableGone'), tone: 'danger' });
          break;
        case 'duplicated':
          toast({
            title: structure('duplicated', { what: notice.what, count: notice.count }),
            description: structure('duplicatedRule', { what: notice.what }),
            action: { label: common('undo'), onClick: notice.undo },
          });
          break;
        case 'merged':
        case 'split': {
          const { type, what, name } = notice;
          const count = type === 'merged' ? notice.count : 0;
          toast({
            title: structure(type, { what, count, name }),
            description: structure(`${type}Rule`, { what, name }),
            action: { label: common('undo'), onClick: notice.undo },
          });
          break;
        }
        case 'refused':
          toast({ title: structure(notice.reason), description: structure(`${notice.reason}Hint`), tone: 'danger' });
          break;
        case 'undoTooLate':
          toast({ title: t('undoTooLate') });
          break;
      }
    },
    [toast, t, structure, common, format],
  );
}

/** What happened to that which hung on it; nothing when nothing did. */
function describe(
  t: ReturnType<typeof useTranslations<'editor.canvas.notice'>>,
  { cardsToTray, transitionsToo, stepsWithoutStage }: DeletedThings,
): { description?: string } {
  const sentences = [
    cardsToTray > 0 ? t('cardsToTray', { count: cardsToTray }) : '',
    stepsWithoutStage > 0 ? t('stepsWithoutStage', { count: stepsWithoutStage }) : '',
    transitionsToo > 0 ? t('transitionsToo', { count: transitionsToo }) : '',
  ];
  const description = sentences.filter((sentence) => sentence !== '').join(' ');
  return description === '' ? {} : { description };
}
