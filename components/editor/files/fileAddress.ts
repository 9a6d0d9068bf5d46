/** Where the bytes of a map's file are. `small`: a picture as large as cards show it; `save`: to be saved, not shown. */
export function fileAddress(mapId: string, fileId: string, as: 'large' | 'small' | 'save'): string {
  const query = { large: '', small: '?version=small', save: '?save=true' }[as];
  return `/api/maps/${encodeURIComponent(mapId)}/files/${encodeURIComponent(fileId)}${query}`;
}
