/** A place for files: dropped, or chosen with a button. Wrong files are named with the reason. */
import { Button } from '@mantine/core';
import { IconFile, IconUpload, IconX } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import classes from './FileDrop.module.css';

export interface FileDropProps {
  label: string;
  /** What is taken, in words. */
  help?: string;
  files: File[];
  onChange: (files: File[]) => void;
  /** File name endings with the dot: `.xlsx`. */
  accept: string[];
  multiple?: boolean;
  /** Largest size of one file in bytes. */
  largest?: number;
  disabled?: boolean;
}

interface Refused {
  name: string;
  why: 'kind' | 'size' | 'empty';
}

/** `2.4 MB`, in the units people see in their file manager. */
function sizeText(bytes: number, language: string): string {
  const [amount, unit] = bytes >= 1e6 ? [bytes / 1e6, 'MB'] : [Math.max(1, Math.round(bytes / 1e3)), 'KB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}

export function FileDrop({
  label,
  help,
  files,
  onChange,
  accept,
  multiple = false,
  largest,
  disabled = false,
}: FileDropProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<Refused[]>([]);

  const judge = (file: File): Refused['why'] | null => {
    if (!accept.some((ending) => file.name.toLowerCase().endsWith(ending))) return 'kind';
    if (file.size === 0) return 'empty';
    return largest !== undefined && file.size > largest ? 'size' : null;
  };

  const take = (list: FileList | null) => {
    const judged = [...(list ?? [])].map((file) => ({ file, why: judge(file) }));
    setRefused(judged.flatMap(({ file, why }) => (why ? [{ name: file.name, why }] : [])));
    const good = judged.filter(({ why }) => why === null).map(({ file }) => file);
    if (good.length > 0) onChange(multiple ? [...files, ...good] : good.slice(0, 1));
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };

  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way beside the button */}
      <div
        className={classes.zone}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconUpload size={28} stroke={1.5} aria-hidden="true" />
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
        <p className={classes.help} id={`${id}-help`}>
          {help ?? t('files.help', { kinds: accept.join(', ') })}
        </p>
        <input
          ref={input}
          id={id}
          type="file"
          className="ju-visually-hidden"
          tabIndex={-1}
          accept={accept.join(',')}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <Button variant="default" disabled={disabled} onClick={() => input.current?.click()}>
          {t('files.choose')}
        </Button>
      </div>
      <div role="status">
        {refused.map((item) => (
          <p key={item.name} className={classes.refused}>
            {t(`files.refused_${item.why}`, {
              name: item.name,
              kinds: accept.join(', '),
              size: sizeText(largest ?? 0, language),
            })}
          </p>
        ))}
      </div>
      {files.length > 0 ? (
        <ul className={classes.list} aria-label={t('files.chosen')}>
          {files.map((file, i) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`}>
              <IconFile size={18} stroke={1.75} aria-hidden="true" />
              <span className={classes.name}>{file.name}</span>
              <span className={classes.size}>{sizeText(file.size, language)}</span>
              <button
                type="button"
                className={classes.remove}
                disabled={disabled}
                aria-label={t('files.remove', { name: file.name })}
                onClick={() => onChange(files.filter((_, at) => at !== i))}
              >
                <IconX size={18} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
