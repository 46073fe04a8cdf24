/** What a new programme still has to do, each item leading to its place; gone when all is done. */
import { useTranslation } from 'react-i18next';
import { Completeness } from '@/ui/form/Completeness';
import type { Overview } from './api';
import classes from './Overview.module.css';

type Code = Overview['first_steps'][number]['code'];

const places: Record<Code, string> = {
  cohort: '/transfer',
  companies: '/transfer',
  experts: '/transfer',
  investors: '/transfer',
  staff: '/people',
  invitations: '/people',
  weights: '/weights',
  triage: '/triage',
};

export function FirstSteps({ steps }: { steps: Overview['first_steps'] }) {
  const { t } = useTranslation('programme');
  if (steps.every((step) => step.done)) return null;
  return (
    <div className={`ju-card ${classes.box}`}>
      <h2 className="ju-visually-hidden">{t('steps.heading')}</h2>
      <Completeness
        title={t('steps.title')}
        items={steps.map((step) => ({
          id: step.code,
          label: t(`steps.${step.code}.label`),
          why: t(`steps.${step.code}.why`),
          done: step.done,
          href: places[step.code],
        }))}
      />
    </div>
  );
}
