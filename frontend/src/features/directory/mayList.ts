/** Which lists stand in whose rail. */
import { useMe } from '@/lib/api/me';
import type { RoleName } from '@/lib/routing/types';
import type { Kind } from './api';

export const staff: readonly RoleName[] = ['coordinator', 'administrator'];

export const listRoles: Record<Kind, readonly RoleName[]> = {
  companies: [...staff, 'expert'],
  experts: [...staff, 'company', 'manager'],
  investors: [...staff, 'company'],
  institutions: staff,
  people: staff,
};

export function useMayList(kind: Kind): boolean {
  const role = useMe().data?.role;
  return role !== undefined && listRoles[kind].includes(role);
}
