/** How the page keeps what it read: one client, no retries of refusals, fresh for half a minute. */
import { QueryClient } from '@tanstack/react-query';
import { toProblem } from './problem';

const passing = new Set(['offline', 'unavailable']);

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < 2 && passing.has(toProblem(error).code),
      },
      mutations: { retry: false },
    },
  });
}
