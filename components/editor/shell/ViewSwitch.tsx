import { List, Table2, Waypoints } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import type { MapView } from './useMapView';

type Props = { view: MapView; onChange: (view: MapView) => void };

/** Changes between the map and what is at home on this screen beside it: the table on a wide one, the list on a phone. */
export function ViewSwitch({ view, onChange }: Props) {
  const t = useTranslations('tableView');
  const list = useTranslations('list');
  if (view !== 'map') {
    return <IconButton label={t('showMap')} icon={<Waypoints size={18} />} onClick={() => onChange('map')} />;
  }
  return (
    <>
      <IconButton
        label={t('showTable')}
        icon={<Table2 size={18} />}
        onClick={() => onChange('table')}
        className="max-sm:hidden"
      />
      <IconButton label={list('show')} icon={<List size={18} />} onClick={() => onChange('list')} className="sm:hidden" />
    </>
  );
}
