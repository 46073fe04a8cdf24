/** Every component of the house in one page, for the eye. Only in development builds. */
import { type ReactNode, Suspense } from 'react';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { AppShell } from '@/ui/shell/AppShell';
import { BaseSection } from './BaseSection';
import { ChartSection } from './ChartSection';
import { FormSection } from './FormSection';
import classes from './Gallery.module.css';
import { MatchSection } from './MatchSection';
import { SearchSection } from './SearchSection';
import { samples, useSample } from './samples';
import { useShellSample } from './shellSample';
import { TableSection } from './TableSection';
import { WorkSection } from './WorkSection';

const sections: [string, () => ReactNode][] = [
  ['base', BaseSection],
  ['match', MatchSection],
  ['table', TableSection],
  ['search', SearchSection],
  ['form', FormSection],
  ['work', WorkSection],
  ['charts', ChartSection],
];

export function Gallery() {
  const s = useSample();
  const shell = useShellSample();
  const wanted = new URLSearchParams(window.location.search).get('section');
  return (
    <AppShell {...shell}>
      <PageHead title={s(samples.title)} state={s(samples.state)} />
      <Suspense fallback={<Loading />}>
        {sections
          .filter(([name]) => wanted === null || wanted === name)
          .map(([name, Section]) => (
            <section key={name} id={name} className={classes.section}>
              <h2 className={classes.name}>{name}</h2>
              <Section />
            </section>
          ))}
      </Suspense>
    </AppShell>
  );
}
