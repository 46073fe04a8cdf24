/** The places of each role in the rail, in the order of use. */
import {
  IconBuildingBank,
  IconBuildingFactory2,
  IconChecklist,
  IconClipboardList,
  IconCoins,
  IconFileImport,
  IconHistory,
  IconHome,
  IconId,
  IconListSearch,
  IconScale,
  IconSchool,
  IconSettings,
  IconStar,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react';
import type { RoleName } from '@/lib/routing/types';
import type { NavItem } from '@/ui/shell/types';

type Place = Omit<NavItem, 'label'>;

const places = {
  home: { id: 'home', icon: IconHome, href: '/' },
  needs: { id: 'needs', icon: IconClipboardList, href: '/needs' },
  triage: { id: 'triage', icon: IconChecklist, href: '/triage' },
  companies: { id: 'companies', icon: IconBuildingFactory2, href: '/companies' },
  experts: { id: 'experts', icon: IconSchool, href: '/experts' },
  investors: { id: 'investors', icon: IconCoins, href: '/investors' },
  institutions: { id: 'institutions', icon: IconBuildingBank, href: '/institutions' },
  fit: { id: 'fit', icon: IconTargetArrow, href: '/fit' },
  shortlist: { id: 'shortlist', icon: IconStar, href: '/shortlist' },
  profile: { id: 'profile', icon: IconId, href: '/profile' },
  weights: { id: 'weights', icon: IconScale, href: '/weights' },
  transfer: { id: 'transfer', icon: IconFileImport, href: '/transfer' },
  people: { id: 'people', icon: IconUsers, href: '/people' },
  search: { id: 'search', icon: IconListSearch, href: '/search-admin' },
  audit: { id: 'audit', icon: IconHistory, href: '/audit' },
  settings: { id: 'settings', icon: IconSettings, href: '/settings' },
} satisfies Record<string, Place>;

export type PlaceId = keyof typeof places;

const staff: PlaceId[] = [
  'home',
  'triage',
  'companies',
  'experts',
  'investors',
  'institutions',
  'weights',
  'transfer',
  'people',
  'search',
  'audit',
];

const byRole: Record<RoleName, PlaceId[]> = {
  company: ['home', 'needs', 'experts', 'investors', 'profile'],
  expert: ['home', 'fit', 'companies', 'profile'],
  investor: ['home', 'shortlist', 'fit', 'profile'],
  manager: ['home', 'experts', 'profile'],
  coordinator: staff,
  administrator: [...staff, 'settings'],
};

/** The places of a role; `label` gives the words. */
export function navOf(role: RoleName, label: (id: PlaceId) => string): NavItem[] {
  return byRole[role].map((id) => ({ ...places[id], label: label(id) }));
}
