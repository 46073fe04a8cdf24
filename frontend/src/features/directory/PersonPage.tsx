/** One person of an organisation; how to reach them stands here only where the reader may see it. */
import { useTranslation } from 'react-i18next';
import { BiText } from '@/ui/base/BiText';
import { Link } from '@/ui/base/Link';
import type { Person } from './api';
import { FactBox, useFactValues } from './facts';
import { RecordPage } from './RecordPage';

export default function PersonPage() {
  return (
    <RecordPage kind="people" state={(person) => (person.title ? <BiText text={person.title} /> : null)}>
      {(person) => <PersonFacts person={person} />}
    </RecordPage>
  );
}

/** Where an organisation's page is, as far as its id tells: staff ids may be anything, then it stays a word. */
function organisationAddress(id: string): string | null {
  const kind = /^(company|investor|institution)-/.exec(id)?.[1];
  if (!kind) return null;
  const list = { company: 'companies', investor: 'investors', institution: 'institutions' }[kind];
  return `/${list}/${encodeURIComponent(id)}`;
}

function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation('directory');
  const f = useFactValues();
  const organisation = person.organisation ? organisationAddress(person.organisation) : null;
  return (
    <FactBox
      rows={[
        [
          'organisation',
          organisation ? (
            <Link key="o" href={organisation}>
              {person.organisation}
            </Link>
          ) : (
            person.organisation
          ),
        ],
        ['role', person.role ? t(`personRole.${person.role}`, { defaultValue: person.role }) : null],
        [
          'email',
          person.email ? (
            <a key="m" href={`mailto:${person.email}`}>
              {person.email}
            </a>
          ) : null,
        ],
        ['phone', person.phone],
        ['languages', f.list('languages', person.languages)],
        ['timezone', person.timezone],
      ]}
    />
  );
}
