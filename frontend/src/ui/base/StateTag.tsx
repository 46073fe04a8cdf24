/** A short state ("접수", "보완 요청"): colour, a shape and a word; colour never speaks alone. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconInfoCircle,
  IconSparkles,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './StateTag.module.css';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'attention';

const icons = {
  neutral: IconCircleDashed,
  info: IconInfoCircle,
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconCircleX,
  attention: IconSparkles,
};

export interface StateTagProps {
  tone?: Tone;
  children: ReactNode;
}

export function StateTag({ tone = 'neutral', children }: StateTagProps) {
  const Icon = icons[tone];
  return (
    <span className={classes.tag} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      {children}
    </span>
  );
}
