import { z } from 'zod';
import { openByPassword } from '@/lib/auth/viewLink';
import { route } from '@/lib/http/route';

// As many code units as a link's password may have.
const passwordSchema = z.object({ password: z.string().min(1).max(400) });

/** Opens a view link that has a password. */
export const POST = route<{ token: string }>(async (_request, { runtime, params, address, json }) => {
  const { password } = await json(passwordSchema);
  return Response.json({ proof: await openByPassword(runtime, params.token, { address, password }) });
});
