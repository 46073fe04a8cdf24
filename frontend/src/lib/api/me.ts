/** Who is signed in and what the server lets them do. */
import { useQuery } from '@tanstack/react-query';
import { api, data, type Schemas } from './client';
import { toProblem } from './problem';

export type Me = Schemas['Me'];

export const meKey = ['me'] as const;

/** The account signed in; null when nobody is. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: async (): Promise<Me | null> => {
      try {
        return await data(api.GET('/me'));
      } catch (error) {
        if (toProblem(error).code === 'unauthenticated') return null;
        throw error;
      }
    },
  });
}
