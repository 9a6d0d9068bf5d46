import { describeApi } from '@/lib/api/description/openApi';
import { baseAddress } from '@/lib/auth/baseAddress';
import { route } from '@/lib/http/route';
import { version } from '@/lib/version';

/** The description of the API, OpenAPI 3.1. */
export const GET = route((request, { runtime }) =>
  Response.json(describeApi({ server: baseAddress(runtime, request.headers), version })),
);
