import { useTranslations } from 'use-intl';
import type { CardKind } from '@/lib/map/card';
import type { EvidenceLevel } from '@/lib/map/evidenceLevel';
import type { FilterGroup } from '@/lib/map/filter/mapFilter';
import { type KnownChannel, knownChannels } from '@/lib/map/touchpoint';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { useNames } from './useNames';

/** What a value of the filter is called. */
export function useFilterWords(): (group: FilterGroup, value: string) => string {
  const t = useTranslations('filter');
  const words = useTranslations('canvas');
  const people = useTranslations('editor.people');
  const departments = useArrangedPart((map) => map.departments);
  const { me } = useEditor();
  const names = useNames();
  return (group, value) => {
    switch (group) {
      case 'departments':
        return departments.find(({ id }) => id === value)?.name.trim() || t('unnamedDepartment');
      case 'channels':
        return isKnown(value) ? words(`channel.${value}`) : value;
      case 'evidenceLevels':
        return words(`evidenceLevel.${value as EvidenceLevel}`);
      case 'kinds':
        return words(`cardKind.${value as CardKind}`);
      case 'tags':
        return `#${value}`;
      case 'people':
        return value === me.id ? people('you', { name: me.name }) : (names.get(value) ?? t('unknownPerson'));
    }
  };
}

const isKnown = (channel: string): channel is KnownChannel => knownChannels.some((known) => known === channel);
