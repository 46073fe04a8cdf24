import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { Role } from '../base/RoleBadge';

export interface NavItem {
  id: string;
  label: string;
  icon: ComponentType<IconProps>;
  href: string;
  /** How many wait here; shown as a figure. */
  count?: number;
  /** The count needs a person: coral instead of quiet. */
  attention?: boolean;
}

export interface CohortChoice {
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}

export interface ServerNotice {
  id: string;
  message: string;
  at: Date;
  href?: string;
  read: boolean;
}

export interface AccountItem {
  id: string;
  label: string;
  icon: ComponentType<IconProps>;
  href?: string;
  onClick?: () => void;
}

export interface Account {
  name: string;
  role: Role;
  organisation?: string;
  items: AccountItem[];
}

export interface AppShellProps {
  nav: NavItem[];
  /** The id of the page one is on. */
  current?: string;
  cohort?: CohortChoice;
  onSearch?: () => void;
  notices?: ServerNotice[];
  onNoticesRead?: () => void;
  account: Account;
  /** Demonstration data: a banner on every page. `onRemove` for who may remove it. */
  demo?: { onRemove?: () => void };
  /** Told of a new language after the page has switched, to keep it with the account. */
  onLanguage?: (language: 'ko' | 'en') => void;
  /** Workbenches take the full width. */
  wide?: boolean;
  children: ReactNode;
}
