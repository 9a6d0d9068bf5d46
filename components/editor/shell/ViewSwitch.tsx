import { Table2, Waypoints } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import type { MapView } from './useMapView';

type Props = { view: MapView; onChange: (view: MapView) => void };

/** Changes between the map and its table. */
export function ViewSwitch({ view, onChange }: Props) {
  const t = useTranslations('table');
  const isTable = view === 'table';
  return (
    <IconButton
      label={t(isTable ? 'showMap' : 'showTable')}
      icon={isTable ? <Waypoints size={18} /> : <Table2 size={18} />}
      onClick={() => onChange(isTable ? 'map' : 'table')}
      className="max-sm:hidden"
    />
  );
}
