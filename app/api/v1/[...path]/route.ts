import { callEndpoint, endpointPath } from '@/lib/api/callEndpoint';
import { route } from '@/lib/http/route';

/** The API: every endpoint, as lib/api/allEndpoints.ts lists them. */
const handler = route<{ path: string[] }>(callEndpoint, { logPath: endpointPath });

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
