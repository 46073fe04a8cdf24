/** What the rules of its cohort say of a company, rule by rule. */
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/lib/api/problem';
import { BiText } from '@/ui/base/BiText';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { StateTag, type Tone } from '@/ui/base/StateTag';
import { useEligibility } from './api';
import classes from './Directory.module.css';
import { useValueName } from './names';

const tones: Record<'pass' | 'fail' | 'unknown', Tone> = {
  pass: 'success',
  fail: 'danger',
  unknown: 'warning',
};

export function Eligibility({ id }: { id: string }) {
  const { t } = useTranslation('directory');
  const name = useValueName();
  const answer = useEligibility(id, true);
  const value = (field: string, found: unknown): string =>
    (Array.isArray(found) ? found : [found]).map((item) => name(field, String(item))).join(', ');
  if (answer.isError && ['not_found', 'invalid', 'conflict'].includes(toProblem(answer.error).code))
    return null;
  return (
    <section className={`ju-card ${classes.box}`} aria-labelledby="eligibility">
      <h2 id="eligibility" className={classes.heading}>
        {t('eligibility.title')}{' '}
        {answer.data ? (
          <StateTag tone={tones[answer.data.outcome]}>{t(`eligibility.${answer.data.outcome}`)}</StateTag>
        ) : null}
      </h2>
      {answer.isPending ? <Loading /> : null}
      {answer.isError ? <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {answer.data?.rules.length === 0 ? <p className={classes.quiet}>{t('eligibility.none')}</p> : null}
      <ul className={classes.rows}>
        {answer.data?.rules.map((rule) => (
          <li key={`${rule.field} ${rule.op} ${String(rule.value)}`}>
            <StateTag tone={tones[rule.outcome]}>{t(`eligibility.${rule.outcome}`)}</StateTag>
            <span>
              {rule.reason ? (
                <BiText text={rule.reason} />
              ) : (
                t('eligibility.rule', {
                  field: t(`field.${rule.field}`, { defaultValue: rule.field }),
                  op: t(`op.${rule.op}`),
                  value: rule.value === undefined ? '' : value(rule.field, rule.value),
                })
              )}
            </span>
            <span className={classes.quiet}>
              {t(`field.${rule.field}`, { defaultValue: rule.field })}:{' '}
              {rule.found ? value(rule.field, rule.found) : t('eligibility.notStated')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
