/** Choosing countries and languages by name in the reader's language; the values are their codes. */
import { MultiSelect } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { Language } from '@/lib/i18n/language';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { countryName, languageName } from '@/lib/words/names';

/** Countries that programmes deal with; a code from elsewhere is kept and shown too. */
const countries =
  'AE AT AU BE BR CA CH CL CN CZ DE DK EG ES FI FR GB HK HU ID IE IL IN IT JP KR KZ LU MX MY NL NO NZ PH PL PT QA RO SA SE SG SI SK TH TR TW UA US UZ VN ZA'.split(
    ' ',
  );
const languages =
  'ar cs da de en es fi fr he hi hu id it ja kk ko ms nb nl pl pt ro ru sv th tr uk uz vi zh'.split(' ');

export interface CodeSelectProps {
  label: ReactNode;
  description?: ReactNode;
  value: string[];
  onChange: (value: string[]) => void;
  error?: ReactNode;
  disabled?: boolean;
}

type Name = (code: string, language: Language) => string;

function CodeSelect({
  codes,
  name,
  value,
  ...rest
}: CodeSelectProps & { codes: readonly string[]; name: Name }) {
  const language = useLanguage();
  const data = useMemo(
    () =>
      [...new Set([...codes, ...value])]
        .map((code) => ({ value: code, label: name(code, language) }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
    [codes, name, value, language],
  );
  return <MultiSelect {...rest} data={data} value={value} searchable clearable hidePickedOptions />;
}

export function CountrySelect(props: CodeSelectProps) {
  return <CodeSelect {...props} codes={countries} name={countryName} />;
}

export function LanguageSelect(props: CodeSelectProps) {
  return <CodeSelect {...props} codes={languages} name={languageName} />;
}
