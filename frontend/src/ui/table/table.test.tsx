import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '@/testing/render';
import { DataTable } from './DataTable';
import { ActiveFacets, type Chosen, Facets } from './Facets';
import type { Column, DataTableProps } from './types';

interface Row {
  id: string;
  name: string;
  needs: number | null;
}

const rows: Row[] = [
  { id: 'a', name: '하늘', needs: 2 },
  { id: 'b', name: '가온', needs: null },
  { id: 'c', name: '나래', needs: 10 },
];

const columns: Column<Row>[] = [
  { id: 'name', header: '기업', cell: (r) => r.name, sortValue: (r) => r.name },
  {
    id: 'needs',
    header: '수요',
    unit: '(건)',
    numeric: true,
    cell: (r) => r.needs ?? '-',
    sortValue: (r) => r.needs,
  },
];

function Example(props: Partial<DataTableProps<Row>>) {
  const [selection, setSelection] = useState<Set<string>>(new Set());
  return (
    <DataTable
      caption="기업"
      columns={columns}
      rows={rows}
      rowId={(r) => r.id}
      rowName={(r) => r.name}
      selection={selection}
      onSelection={setSelection}
      bulkActions={(ids) => <button type="button">{[...ids].join(',')}</button>}
      {...props}
    />
  );
}

const order = () => screen.getAllByRole('rowheader').map((h) => h.textContent);

describe('DataTable', () => {
  it('sorts by Korean order and says so', async () => {
    const { user } = show(<Example />);
    await user.click(screen.getByRole('button', { name: '기업' }));
    expect(order()).toEqual(['가온', '나래', '하늘']);
    expect(screen.getByRole('columnheader', { name: '기업' }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('sorts what is not known last in both directions', async () => {
    const { user } = show(<Example />);
    const head = screen.getByRole('button', { name: /수요/ });
    await user.click(head);
    expect(order().at(-1)).toBe('가온');
    await user.click(head);
    expect(order().at(-1)).toBe('가온');
  });

  it('leaves sorting to the server when it is told to', async () => {
    const onSort = vi.fn();
    const { user } = show(<Example onSort={onSort} />);
    await user.click(screen.getByRole('button', { name: '기업' }));
    expect(onSort).toHaveBeenCalledWith({ id: 'name', descending: false });
    expect(order()).toEqual(['하늘', '가온', '나래']);
  });

  it('chooses rows by name and acts on them at once', async () => {
    const { user } = show(<Example />);
    expect(screen.queryByRole('region', { name: '선택한 항목의 작업' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: '나래 선택' }));
    const bar = screen.getByRole('region', { name: '선택한 항목의 작업' });
    expect(within(bar).getByText('1건 선택')).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: '모두 선택' }));
    expect(within(bar).getByRole('button', { name: 'a,b,c' })).toBeTruthy();
    await user.click(within(bar).getByRole('button', { name: '선택 해제' }));
    expect(screen.queryByText(/건 선택$/)).toBeNull();
  });

  it('shows the same rows as cards', async () => {
    const { user } = show(<Example card={(r) => <b>{r.name}</b>} view={undefined} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    await user.click(screen.getByRole('radio', { name: '표로 보기' }));
    expect(screen.getByRole('table')).toBeTruthy();
  });

  it('has a state for nothing and for a failure', async () => {
    const onRetry = vi.fn();
    const { user, unmount } = show(<Example rows={[]} error={new TypeError('x')} onRetry={onRetry} />);
    await user.click(screen.getByRole('button', { name: '다시 시도' }));
    expect(onRetry).toHaveBeenCalledOnce();
    unmount();
    show(<Example rows={[]} />);
    expect(screen.getByText('표시할 항목이 없습니다')).toBeTruthy();
  });
});

describe('Facets', () => {
  const groups = [
    {
      id: 'region',
      label: '지역',
      options: ['서울', '부산', '대구', '인천', '광주', '대전', '울산', '세종'].map((v) => ({
        value: v,
        label: v,
        count: 3,
      })),
    },
  ];

  function Example() {
    const [chosen, setChosen] = useState<Chosen>({ region: ['세종'] });
    return (
      <>
        <Facets groups={groups} chosen={chosen} onChange={setChosen} />
        <ActiveFacets groups={groups} chosen={chosen} onChange={setChosen} />
      </>
    );
  }

  it('never hides what is chosen', async () => {
    const { user } = show(<Example />);
    expect(screen.getByRole('checkbox', { name: /세종/ })).toHaveProperty('checked', true);
    expect(screen.queryByRole('checkbox', { name: /울산/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: '2개 더 보기' }));
    expect(screen.getByRole('checkbox', { name: /울산/ })).toBeTruthy();
  });

  it('takes a filter back from its chip', async () => {
    const { user } = show(<Example />);
    await user.click(screen.getByRole('button', { name: '조건 빼기: 세종' }));
    expect(screen.queryByRole('list', { name: '적용한 조건' })).toBeNull();
  });
});
