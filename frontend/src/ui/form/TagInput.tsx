/** Free labels in any language: Enter or a comma ends one, duplicates are ignored, suggestions are offered. */
import { TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface TagInputProps {
  label: ReactNode;
  description?: ReactNode;
  value: string[];
  onChange: (value: string[]) => void;
  suggestions?: string[];
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  most?: number;
}

export function TagInput({ suggestions, most = 30, description, ...rest }: TagInputProps) {
  const { t } = useTranslation('ui');
  return (
    <TagsInput
      {...rest}
      description={description ?? t('tags.help')}
      data={suggestions}
      maxTags={most}
      splitChars={[',', ';', '·']}
      isDuplicate={(tag, tags) =>
        tags.some((other) => other.normalize('NFC').toLowerCase() === tag.normalize('NFC').toLowerCase())
      }
      acceptValueOnBlur
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
