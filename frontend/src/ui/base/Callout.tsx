/** A remark beside the work: information, a warning, or what needs a person. */
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Callout.module.css';

const icons = {
  info: IconInfoCircle,
  warning: IconAlertTriangle,
  success: IconCircleCheck,
  attention: IconSparkles,
};

export interface CalloutProps {
  tone?: keyof typeof icons;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function Callout({ tone = 'info', title, children, action }: CalloutProps) {
  const Icon = icons[tone];
  return (
    <div className={classes.callout} data-tone={tone}>
      <Icon size={20} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        {title ? <p className={classes.title}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
