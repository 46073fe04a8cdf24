import { Popover } from '@mantine/core';
import { IconChevronDown, IconContrast2, IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '@/lib/i18n/i18n';
import type { Language } from '@/lib/i18n/language';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { other } from '@/lib/text/bilingual';
import { Link } from '../base/Link';
import { RoleBadge, RoleIcon } from '../base/RoleBadge';
import { useContrast } from '../Providers';
import { ownNames } from './LanguageSwitch';
import classes from './tools.module.css';
import type { Account, AccountItem } from './types';

interface AccountMenuProps {
  account: Account;
  onLanguage?: (language: Language) => void;
}

/** Who one is, and what one can do with the own account. On a phone also the switches of the top bar. */
export function AccountMenu({ account, onLanguage }: AccountMenuProps) {
  const { t } = useTranslation('ui');
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={272} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.account} onClick={() => setOpened((open) => !open)}>
          <RoleIcon role={account.role} size={32} />
          <span className={classes.accountName}>{account.name}</span>
          <span className="ju-visually-hidden">{t('shell.account')}</span>
          <IconChevronDown size={16} stroke={1.75} aria-hidden="true" className={classes.accountChevron} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('shell.account')}>
        <div className={classes.who}>
          <strong>{account.name}</strong>
          {account.organisation ? <span>{account.organisation}</span> : null}
          <RoleBadge role={account.role} />
        </div>
        <ul className={classes.items}>
          <PhoneTools onLanguage={onLanguage} />
          {account.items.map((item) => (
            <li key={item.id}>
              <Item item={item} onChosen={() => setOpened(false)} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Item({ item, onChosen }: { item: AccountItem; onChosen: () => void }) {
  const inside = (
    <>
      <item.icon size={18} stroke={1.75} aria-hidden="true" />
      {item.label}
    </>
  );
  const choose = () => {
    onChosen();
    item.onClick?.();
  };
  return item.href ? (
    <Link href={item.href} className={classes.item} onClick={choose}>
      {inside}
    </Link>
  ) : (
    <button type="button" className={classes.item} onClick={choose}>
      {inside}
    </button>
  );
}

function PhoneTools({ onLanguage }: { onLanguage?: (language: Language) => void }) {
  const { t, i18n } = useTranslation('ui');
  const next = other(useLanguage());
  const { contrast, setContrast } = useContrast();
  return (
    <>
      <li className={classes.phoneOnly}>
        <button
          type="button"
          className={classes.item}
          lang={next}
          onClick={() => void switchLanguage(i18n, next).then(() => onLanguage?.(next))}
        >
          <IconLanguage size={18} stroke={1.75} aria-hidden="true" />
          {ownNames[next].full}
        </button>
      </li>
      <li className={classes.phoneOnly}>
        <button
          type="button"
          className={classes.item}
          onClick={() => setContrast(contrast === 'high' ? 'standard' : 'high')}
        >
          <IconContrast2 size={18} stroke={1.75} aria-hidden="true" />
          {contrast === 'high' ? t('shell.contrastOff') : t('shell.contrast')}
        </button>
      </li>
    </>
  );
}
