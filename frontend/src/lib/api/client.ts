/** The one way to the server: typed by its OpenAPI document, errors as {@link ApiError}. */
import createClient, { type Middleware } from 'openapi-fetch';
import { ApiError, problemOf } from './problem';
import type { components, paths } from './schema.gen';

export type Schemas = components['schemas'];

/** Turns every refused answer into an {@link ApiError}, so that callers only see data. */
const refusals: Middleware = {
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return undefined;
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    throw new ApiError(problemOf(response, body));
  },
};

export const api = createClient<paths>({
  baseUrl: '/api/v1',
  credentials: 'same-origin',
  // Looked up at each call, so that whoever stands in for the server may come later than this module.
  fetch: (request) => globalThis.fetch(request),
});
api.use(refusals);

/** The data of an answer; refusals were thrown before. */
export async function data<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** Headers that make a change fail with `stale` when somebody else was faster. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** A fresh key for a create, so that pressing twice or a lost answer makes one record. */
export const idempotencyKey = () => ({ 'Idempotency-Key': crypto.randomUUID() });
