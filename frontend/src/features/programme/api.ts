/** What this feature asks the server. */
import { useQuery } from '@tanstack/react-query';
import { api, data, type Schemas } from '@/lib/api/client';

export type Overview = Schemas['Overview'];
export type WorstOff = Schemas['WorstOff'];

/** The programme as it stands now, over all cohorts. */
export function useOverview() {
  return useQuery({
    queryKey: ['programme', 'overview'],
    queryFn: ({ signal }) => data(api.GET('/overview', { signal })),
  });
}
