import { Menu } from '@mantine/core';
import { IconChevronDown, IconContrast2, IconLanguage } from '@tabler/icons-react';
import { type ComponentProps, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '@/lib/i18n/i18n';
import type { Language } from '@/lib/i18n/language';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { other } from '@/lib/text/bilingual';
import { NavigateContext } from '../base/Link';
import { RoleBadge, RoleIcon } from '../base/RoleBadge';
import { useContrast } from '../Providers';
import { ownNames } from './LanguageSwitch';
import classes from './tools.module.css';
import type { Account } from './types';

interface AccountMenuProps {
  account: Account;
  onLanguage?: (language: Language) => void;
}

export function AccountMenu({ account, onLanguage }: AccountMenuProps) {
  const { t } = useTranslation('ui');
  const navigate = useContext(NavigateContext);
  return (
    <Menu width={264}>
      <Menu.Target>
        <AccountButton account={account} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('shell.account')}>
        <div className={classes.who}>
          <strong>{account.name}</strong>
          {account.organisation ? <span>{account.organisation}</span> : null}
          <RoleBadge role={account.role} />
        </div>
        <Menu.Divider />
        <PhoneTools onLanguage={onLanguage} />
        {account.items.map((item) => (
          <Menu.Item
            key={item.id}
            leftSection={<item.icon size={18} stroke={1.75} aria-hidden="true" />}
            onClick={() => {
              item.onClick?.();
              if (item.href && navigate) navigate(item.href);
              else if (item.href) window.location.assign(item.href);
            }}
          >
            {item.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The menu's target: the menu hands in its own class, state and handlers. */
function AccountButton({
  account,
  className = '',
  ...rest
}: { account: Account } & ComponentProps<'button'>) {
  const { t } = useTranslation('ui');
  return (
    <button {...rest} type="button" className={`${classes.account} ${className}`}>
      <RoleIcon role={account.role} size={32} />
      <span className={classes.accountName}>{account.name}</span>
      <span className="ju-visually-hidden">{t('shell.account')}</span>
      <IconChevronDown size={16} stroke={1.75} aria-hidden="true" className={classes.accountChevron} />
    </button>
  );
}

/** On a phone the switches of the top bar are here. */
function PhoneTools({ onLanguage }: { onLanguage?: (language: Language) => void }) {
  const { t, i18n } = useTranslation('ui');
  const language = useLanguage();
  const next = other(language);
  const { contrast, setContrast } = useContrast();
  return (
    <div className={classes.phoneTools}>
      <Menu.Item
        lang={next}
        leftSection={<IconLanguage size={18} stroke={1.75} aria-hidden="true" />}
        onClick={() => void switchLanguage(i18n, next).then(() => onLanguage?.(next))}
      >
        {ownNames[next].full}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconContrast2 size={18} stroke={1.75} aria-hidden="true" />}
        onClick={() => setContrast(contrast === 'high' ? 'standard' : 'high')}
      >
        {contrast === 'high' ? t('shell.contrastOff') : t('shell.contrast')}
      </Menu.Item>
      <Menu.Divider />
    </div>
  );
}
