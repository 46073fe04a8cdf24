/** An empty place: a line icon, what will be here, why it is empty, one button. */

import type { IconProps } from '@tabler/icons-react';
import { IconInbox } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './Empty.module.css';

export interface EmptyProps {
  icon?: ComponentType<IconProps>;
  /** What will be here. */
  title: string;
  /** Why it is empty now. */
  why?: string;
  action?: ReactNode;
}

export function Empty({ icon: Icon = IconInbox, title, why, action }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <Icon size={40} stroke={1.25} aria-hidden="true" className={classes.icon} />
      <p className={classes.title}>{title}</p>
      {why ? <p className={classes.why}>{why}</p> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
