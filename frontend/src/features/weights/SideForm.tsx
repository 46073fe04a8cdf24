/** The weights of one side, part by part, in the groups they belong to. */
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { partName } from '@/lib/match/sentences';
import { formatShare } from '@/lib/words/names';
import { useWords } from '@/ui/match/useWords';
import type { Side, Values, Weights } from './api';
import classes from './Weights.module.css';

export interface SideFormProps {
  side: Side;
  published: Weights;
  values: Values;
  onChange: (code: string, value: number) => void;
}

export function SideForm({ side, published, values, onChange }: SideFormProps) {
  const { t } = useTranslation(['weights', 'match']);
  const words = useWords();
  const { form, parts } = published.parts[side];
  const groups = [...new Set(parts.map((part) => part.group))];
  const total = parts.reduce((sum, part) => sum + Math.abs(values[part.code] ?? 0), 0);
  return (
    <>
      <p className={classes.help}>{t(`weights:formOf.${form}`)}</p>
      {groups.map((group) => (
        <fieldset key={group} className={classes.group}>
          <legend>{t(`match:group.${group}`)}</legend>
          {parts
            .filter((part) => part.group === group)
            .map(({ code }) => {
              const value = values[code] ?? 0;
              const before = published[side][code] ?? 0;
              return (
                <div key={code} className={classes.part} data-changed={value !== before || undefined}>
                  <NumberInput
                    label={partName(code, words)}
                    step={form === 'sum' ? 0.05 : 0.1}
                    decimalScale={4}
                    {...(form === 'sum' ? { min: 0, max: 100 } : { min: -100, max: 100 })}
                    value={value}
                    onChange={(next) => {
                      if (typeof next === 'number') onChange(code, next);
                    }}
                    description={value === before ? undefined : t('weights:before', { value: before })}
                    inputWrapperOrder={['label', 'input', 'description', 'error']}
                  />
                  <span className={classes.bar} aria-hidden="true">
                    <span style={{ width: `${total > 0 ? (Math.abs(value) / total) * 100 : 0}%` }} />
                  </span>
                  <span className={classes.share}>
                    {formatShare(total > 0 ? Math.abs(value) / total : 0, words.language)}
                  </span>
                </div>
              );
            })}
        </fieldset>
      ))}
    </>
  );
}
