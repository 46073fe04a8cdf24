/** A page whose record is on its way: its heading stands already, so that it names the window and takes the focus. */
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';

export function Pending({ title }: { title: string }) {
  return (
    <>
      <PageHead title={title} />
      <Loading />
    </>
  );
}
