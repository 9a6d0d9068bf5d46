import type { ReactNode } from 'react';
import { requirePageAccess } from './access';

type Props = { params: Promise<{ mapId: string }>; children: ReactNode };

/** Judges access before anything of the page is sent: once the outline has left, the status can no longer say "not found". */
export default async function MapLayout({ params, children }: Props) {
  await requirePageAccess((await params).mapId);
  return children;
}
