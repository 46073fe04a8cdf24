/** A text that is shown abroad: Korean and English side by side, a missing language is labelled. */
import { Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@/lib/i18n/language';
import { type Bilingual, missing } from '@/lib/text/bilingual';
import classes from './BilingualField.module.css';

export interface BilingualFieldProps {
  label: string;
  description?: ReactNode;
  value: Bilingual;
  onChange: (value: Bilingual) => void;
  /** Several lines instead of one. */
  lines?: number;
  required?: boolean;
  disabled?: boolean;
  errors?: Partial<Record<Language, ReactNode>>;
  maxLength?: number;
}

export function BilingualField({
  label,
  description,
  value,
  required,
  errors,
  ...rest
}: BilingualFieldProps) {
  const { t } = useTranslation('ui');
  const helpId = useId();
  const gaps = missing(value);
  return (
    <fieldset className={classes.field} aria-describedby={helpId}>
      <legend className={classes.legend}>
        {label}
        {required ? <span className={classes.required}>{t('form.required')}</span> : null}
      </legend>
      {description ? <p className={classes.help}>{description}</p> : null}
      <div className={classes.pair}>
        {(['ko', 'en'] as const).map((language) => (
          <One
            key={language}
            {...rest}
            label={label}
            language={language}
            value={value}
            error={errors?.[language]}
          />
        ))}
      </div>
      <p id={helpId} className={classes.state} data-complete={gaps.length === 0 || undefined}>
        {gaps.length === 0 ? (
          <IconCircleCheck size={16} stroke={2} aria-hidden="true" />
        ) : (
          <IconAlertTriangle size={16} stroke={2} aria-hidden="true" />
        )}
        {t(`bilingual.${gaps.length === 0 ? 'complete' : gaps.length === 2 ? 'none' : `missing_${gaps[0]}`}`)}
      </p>
    </fieldset>
  );
}

type OneProps = Pick<
  BilingualFieldProps,
  'label' | 'value' | 'onChange' | 'lines' | 'disabled' | 'maxLength'
> & {
  language: Language;
  error?: ReactNode;
};

function One({ label, language, value, onChange, lines, disabled, maxLength, error }: OneProps) {
  const { t } = useTranslation(['ui', 'words']);
  const shared = {
    label: t(`words:language.${language}`),
    'aria-label': t('ui:bilingual.label', { label, language: t(`words:language.${language}`) }),
    lang: language,
    value: value[language] ?? '',
    disabled,
    maxLength,
    error,
    classNames: { label: classes.language },
  };
  const change = (text: string) => onChange({ ...value, [language]: text });
  return lines ? (
    <Textarea
      {...shared}
      autosize
      minRows={lines}
      maxRows={lines * 3}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} onChange={(event) => change(event.currentTarget.value)} />
  );
}
