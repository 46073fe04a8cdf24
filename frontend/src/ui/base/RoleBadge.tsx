/** A role: one colour, one icon and its word everywhere. */
import {
  IconBuildingBank,
  IconBuildingFactory2,
  IconCoins,
  IconCompass,
  IconSchool,
  IconSettings,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './RoleBadge.module.css';

export type Role = 'company' | 'expert' | 'investor' | 'coordinator' | 'manager' | 'administrator';

const icons = {
  company: IconBuildingFactory2,
  expert: IconSchool,
  investor: IconCoins,
  coordinator: IconCompass,
  manager: IconBuildingBank,
  administrator: IconSettings,
};

export interface RoleBadgeProps {
  role: Role;
  /** A word other than the role's own, e.g. 디렉터. */
  label?: string;
}

export function RoleBadge({ role, label }: RoleBadgeProps) {
  const { t } = useTranslation('words');
  const Icon = icons[role];
  return (
    <span className={classes.badge} data-role={role}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      {label ?? t(`role.${role}`)}
    </span>
  );
}

/** The role's icon on its tint, as the picture of somebody without a picture. */
export function RoleIcon({ role, size = 40 }: { role: Role; size?: number }) {
  const Icon = icons[role];
  return (
    <span className={classes.icon} data-role={role} style={{ width: size, height: size }} aria-hidden="true">
      <Icon size={Math.round(size * 0.55)} stroke={1.75} />
    </span>
  );
}
