import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { isOneMap } from '@/lib/versions/comparedSide';
import { type NamedSide, nameSide, nameSideShort } from '@/lib/versions/sideName';
import { useEditor } from '../session/EditorContext';
import { useVersionWords } from '../versions/useVersionWords';
import type { SideShown } from './compareStore';

/**
 * How each of the two states that are compared is spoken of: “Now”, “Version 3: Agreed”, “Baseline (version 3: Agreed)”, “Future state “My bill”, now”. `short`, beside the other one: for where there is little room.
 */
export function useSideWords(): { nameOf: (side: SideShown) => string; shortOf: (side: SideShown, other: SideShown) => string } {
  const t = useTranslations('comparing');
  const { titleOf } = useVersionWords();
  const { compare, session } = useEditor();
  const asked = useStore(compare, (state) => state.asked);
  const isAlone = asked !== null && !isOneMap(asked.from, asked.to, session.mapId);
  const toNamed = ({ title, kind, version, start, foreign }: SideShown): NamedSide => {
    const called = version ? titleOf(version) : start ? t('start', { version: titleOf(start) }) : null;
    return { title, kind, version: called, foreign, isAlone };
  };
  return {
    nameOf: (side) => nameSide(t, toNamed(side)),
    shortOf: (side, other) => nameSideShort(t, toNamed(side), other),
  };
}
