import { buildId } from '@/lib/build';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

/** Which build answers: pages that were open during an upgrade find out by it. Anybody may ask; the name tells nothing else. */
export const GET = route(() => Response.json({ build: buildId }));
