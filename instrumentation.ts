import type { Instrumentation } from 'next';
import { requestIdHeader } from '@/lib/http/requestId';
import { runtime } from '@/lib/runtime';

/** A page that failed to render: logged under the digest that its reader is shown, and the request's id. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath }) => {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined;
  const requestId = [request.headers[requestIdHeader]].flat()[0];
  runtime().log.error({ err: error, route: routePath, digest, requestId }, 'a page failed');
};
