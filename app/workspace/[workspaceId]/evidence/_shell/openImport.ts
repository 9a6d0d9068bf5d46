import type { OpenImport } from '@/components/evidence/imports/openImport';
import type { ImportRow } from '@/lib/data/evidence/imports';

/** A file as lists show it while it has not ended. */
export const toOpenImport = ({ id, sourceId, state, fileName, byteCount, bytesRead }: ImportRow): OpenImport => ({
  ...{ id, sourceId, state, fileName, byteCount, bytesRead },
});
