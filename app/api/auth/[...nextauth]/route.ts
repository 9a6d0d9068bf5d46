import { handleNextAuth } from '@/lib/auth/nextAuthHandler';
import { route } from '@/lib/http/route';

const handler = route<{ nextauth: string[] }>((request, { runtime, params }) =>
  handleNextAuth(runtime, request, params.nextauth),
);

export { handler as GET, handler as POST };
