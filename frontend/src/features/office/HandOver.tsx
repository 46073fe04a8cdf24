/** A fresh one-time link to hand over: shown once, with ready texts to paste into a message. */
import { Button, CopyButton, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { Callout } from '@/ui/base/Callout';
import { Dialog } from '@/ui/base/Dialog';
import classes from './Office.module.css';
import type { HandedOver } from './people';

export function HandOver({ handed, onClose }: { handed: HandedOver | undefined; onClose: () => void }) {
  const { t } = useTranslation('office');
  return (
    <Dialog opened={handed !== undefined} onClose={onClose} title={t('hand.title')} size="lg">
      {handed ? <Shown handed={handed} /> : null}
    </Dialog>
  );
}

function Shown({ handed }: { handed: HandedOver }) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const [lang, setLang] = useState<'ko' | 'en'>(language);
  const text = handed.texts?.[lang];
  return (
    <Stack>
      <Callout tone={handed.mailed ? 'success' : 'attention'}>
        {t(handed.mailed ? 'hand.mailed' : 'hand.once')}
      </Callout>
      {handed.link ? (
        <>
          <code className={classes.secret}>{handed.link}</code>
          <Copy value={handed.link} label={t('hand.copyLink')} />
        </>
      ) : null}
      {text ? (
        <>
          <SegmentedControl
            aria-label={t('hand.language')}
            value={lang}
            onChange={(value) => setLang(value as 'ko' | 'en')}
            data={[
              { value: 'ko', label: '한국어' },
              { value: 'en', label: 'English' },
            ]}
          />
          <div className={classes.secret} lang={lang} style={{ whiteSpace: 'pre-wrap' }}>
            <strong>{text.subject}</strong>
            {'\n\n'}
            {text.text}
          </div>
          <Copy value={`${text.subject}\n\n${text.text}`} label={t('hand.copyText')} />
        </>
      ) : null}
    </Stack>
  );
}

function Copy({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation('office');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy}>
          {copied ? t('hand.copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
