import { useTranslations } from 'use-intl';
import { useVersionWords } from '../versions/useVersionWords';
import type { SideShown } from './compareStore';

/** How one of two states is spoken of: “Now”, “Version 3: Agreed”, “Baseline (version 3: Agreed)”, “My bill, Now”. */
export function useSideWords(): (side: SideShown) => string {
  const t = useTranslations('comparing');
  const { titleOf } = useVersionWords();
  return ({ title, version, start, foreign }) => {
    const state = version ? titleOf(version) : start ? t('start', { version: titleOf(start) }) : t('now');
    return foreign ? t('ofMap', { title: title.trim() || t('untitled'), state }) : state;
  };
}
