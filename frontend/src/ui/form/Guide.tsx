/** A guided form: one step at a time, the way always visible, what was written kept. */
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Guide.module.css';

export interface GuideStep {
  id: string;
  label: string;
  /** Filled well enough; steps may be done in any order. */
  done: boolean;
}

export interface GuideProps {
  /** Names the whole form. */
  title: string;
  steps: GuideStep[];
  current: string;
  onStep: (id: string) => void;
  /** The verb of the last button, e.g. "수요 접수". */
  verb: string;
  onFinish: () => void;
  busy?: boolean;
  /** "14:20에 임시 저장되었습니다." */
  saved?: ReactNode;
  /** A good example or advice, beside the fields. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Guide({
  title,
  steps,
  current,
  onStep,
  verb,
  onFinish,
  busy = false,
  saved,
  aside,
  children,
}: GuideProps) {
  const { t } = useTranslation('ui');
  const at = Math.max(
    0,
    steps.findIndex((step) => step.id === current),
  );
  const step = steps[at];
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step moves the focus to its heading
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [current]);

  const go = (by: number) => {
    const next = steps[at + by];
    if (next) onStep(next.id);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at < steps.length - 1) go(1);
    else onFinish();
  };

  return (
    <div className={classes.guide}>
      <StepList title={title} steps={steps} at={at} onStep={onStep} />
      <form className={`${classes.form} ju-card`} onSubmit={submit} noValidate>
        <p className={classes.count}>{t('guide.step', { at: at + 1, total: steps.length })}</p>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {step?.label}
        </h2>
        <div className={classes.fields}>{children}</div>
        <footer className={classes.foot}>
          <span className={classes.saved} role="status">
            {saved}
          </span>
          {at > 0 ? (
            <Button variant="default" onClick={() => go(-1)}>
              {t('guide.back')}
            </Button>
          ) : null}
          <Button type="submit" loading={busy}>
            {at < steps.length - 1 ? t('guide.next') : verb}
          </Button>
        </footer>
      </form>
      {aside ? <aside className={classes.aside}>{aside}</aside> : null}
    </div>
  );
}

function StepList({
  title,
  steps,
  at,
  onStep,
}: {
  title: string;
  steps: GuideStep[];
  at: number;
  onStep: (id: string) => void;
}) {
  const { t } = useTranslation('ui');
  return (
    <nav aria-label={t('guide.steps', { title })} className={classes.steps}>
      <ol>
        {steps.map((step, i) => (
          <li key={step.id}>
            <button
              type="button"
              className={classes.step}
              aria-current={i === at ? 'step' : undefined}
              onClick={() => onStep(step.id)}
            >
              <span className={classes.dot} data-done={step.done || undefined} aria-hidden="true">
                {step.done ? <IconCheck size={14} stroke={3} /> : i + 1}
              </span>
              <span className={classes.stepName}>{step.label}</span>
              {step.done ? <span className="ju-visually-hidden">{t('completeness.done')}</span> : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
