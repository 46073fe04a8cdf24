import type { FeatureRoute } from '@/lib/routing/types';
import type { Kind } from './api';
import { listRoles } from './mayList';

const texts = ['directory', 'match'] as const;

type Load = FeatureRoute['load'];

interface Pages {
  list?: Load;
  one: Load;
  edit?: Load;
  create?: Load;
}

const pages: Record<Kind, Pages> = {
  companies: {
    list: () => import('./CompanyList'),
    one: () => import('./CompanyPage'),
    edit: () => import('./EditCompany'),
    create: () => import('./NewCompany'),
  },
  experts: {
    list: () => import('./ExpertList'),
    one: () => import('./ExpertPage'),
    edit: () => import('./EditExpert'),
    create: () => import('./NewExpert'),
  },
  investors: {
    list: () => import('./InvestorList'),
    one: () => import('./InvestorPage'),
    edit: () => import('./EditInvestor'),
    create: () => import('./NewInvestor'),
  },
  institutions: {
    list: () => import('./InstitutionList'),
    one: () => import('./InstitutionPage'),
    edit: () => import('./EditInstitution'),
    create: () => import('./NewInstitution'),
  },
  people: { one: () => import('./PersonPage') },
};

/** The pages of one list; whoever reaches a record by search may open it, the server decides. */
function routesOf(place: Kind): FeatureRoute[] {
  const { list, one, edit, create } = pages[place];
  const shared = { place, texts };
  return [
    ...(list ? [{ ...shared, path: `/${place}`, roles: listRoles[place], load: list }] : []),
    ...(create ? [{ ...shared, path: `/${place}/new`, roles: listRoles[place], load: create }] : []),
    { ...shared, path: `/${place}/$id`, load: one },
    ...(edit ? [{ ...shared, path: `/${place}/$id/edit`, load: edit }] : []),
  ];
}

export const routes: readonly FeatureRoute[] = [
  ...(Object.keys(pages) as Kind[]).flatMap(routesOf),
  { path: '/', roles: ['manager'], place: 'home', texts, load: () => import('./ManagerHome') },
  { path: '/profile', roles: ['manager'], place: 'profile', texts, load: () => import('./OwnInstitution') },
  { path: '/profile', roles: ['company'], place: 'profile', texts, load: () => import('./OwnCompany') },
];
