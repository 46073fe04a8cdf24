import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, fieldErrors, problemOf, toProblem } from '@/lib/api/problem';
import { show } from '@/testing/render';
import { AppShell } from '../shell/AppShell';
import type { AppShellProps } from '../shell/types';
import { ConfirmByName } from './ConfirmByName';
import { ErrorPanel } from './ErrorPanel';
import { Link } from './Link';
import { addNotice, clearNotices, undoNotice } from './notices';
import { showDone } from './toast';

afterEach(() => clearNotices());

describe('problems', () => {
  it('reads a problem document', () => {
    const response = new Response('', { status: 429, headers: { 'Retry-After': '7', 'X-Request-Id': 'r1' } });
    const problem = problemOf(response, { code: 'rate_limited', detail: 'slow down' });
    expect(problem).toMatchObject({ code: 'rate_limited', retryAfter: 7, requestId: 'r1' });
  });
  it('goes by the status when the answer is of another kind', () => {
    expect(problemOf(new Response('', { status: 412 }), null).code).toBe('stale');
    expect(problemOf(new Response('', { status: 599 }), '<html>').code).toBe('internal');
  });
  it('tells a lost connection from a fault', () => {
    expect(toProblem(new TypeError('Failed to fetch')).code).toBe('offline');
    expect(toProblem(new Error('x')).code).toBe('internal');
  });
  it('gives field errors by the form’s own paths', () => {
    const fields = [
      { location: 'body.works[2].title', message: 'is empty' },
      { location: 'body.works[2].title', message: 'second' },
    ];
    expect(fieldErrors({ status: 422, code: 'invalid', detail: '', requestId: '', fields })).toEqual({
      'works.2.title': 'is empty',
    });
  });
});

describe('ErrorPanel', () => {
  it('says what happened, what was kept and what to do', async () => {
    const onRetry = vi.fn();
    const problem = { status: 503, code: 'unavailable' as const, detail: '', fields: [], requestId: 'r-9' };
    const { user } = show(
      <ErrorPanel error={new ApiError(problem)} kept="내용은 남아 있습니다." onRetry={onRetry} />,
    );
    const alert = screen.getByRole('alert').textContent ?? '';
    expect(alert).toContain('서비스를 잠시 쓸 수 없습니다.');
    expect(alert).toContain('내용은 남아 있습니다.');
    expect(alert).toContain('r-9');
    await user.click(screen.getByRole('button', { name: '다시 시도' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe('ConfirmByName', () => {
  it('destroys only what was named, and says when it failed', async () => {
    const onConfirm = vi.fn().mockRejectedValueOnce(new TypeError('x'));
    const { user } = show(
      <ConfirmByName
        opened
        onClose={() => undefined}
        title="삭제"
        name="2기"
        verb="기수 삭제"
        onConfirm={onConfirm}
      >
        x
      </ConfirmByName>,
    );
    const button = await screen.findByRole('button', { name: '기수 삭제' });
    await user.type(screen.getByRole('textbox'), '2');
    expect(button).toHaveProperty('disabled', true);
    await user.type(screen.getByRole('textbox'), '기{Enter}');
    expect(onConfirm).toHaveBeenCalledOnce();
    expect(await screen.findByText(/아무것도 삭제되지 않았습니다/)).toBeTruthy();
  });
});

describe('undo', () => {
  it('runs at most once, from the toast or from the notices', async () => {
    const undo = vi.fn();
    const { user } = show(<span />);
    const id = showDone('저장하였습니다.', undo);
    await user.click(await screen.findByRole('button', { name: '되돌리기' }));
    await undoNotice(id);
    expect(undo).toHaveBeenCalledOnce();
  });
});

describe('Link', () => {
  it('moves inside the page, and leaves other clicks to the browser', async () => {
    const { user, went } = show(<Link href="/needs">go</Link>);
    await user.click(screen.getByRole('link'));
    await user.keyboard('{Control>}');
    screen.getByRole('link').addEventListener('click', (e) => e.preventDefault());
    await user.click(screen.getByRole('link'));
    expect(went).toEqual(['/needs']);
  });
});

describe('AppShell', () => {
  const Icon = () => <svg aria-hidden="true" />;
  const props: AppShellProps = {
    nav: [{ id: 'home', label: '현황', icon: Icon, href: '/' }],
    current: 'home',
    onSearch: vi.fn(),
    account: {
      name: '윤서',
      role: 'coordinator',
      items: [{ id: 'out', label: '로그아웃', icon: Icon, onClick: vi.fn() }],
    },
    children: <h1>본문</h1>,
  };

  it('has its landmarks and names the current place', () => {
    show(<AppShell {...props} demo={{}} />);
    expect(screen.getByRole('main')).toBeTruthy();
    expect(screen.getByRole('banner')).toBeTruthy();
    expect(screen.getAllByRole('link', { name: '현황' })[0]?.getAttribute('aria-current')).toBe('page');
    expect(screen.getByRole('link', { name: '본문으로 건너뛰기' }).getAttribute('href')).toBe('#main');
    expect(screen.queryByRole('button', { name: '시연 자료 삭제' })).toBeNull();
  });

  it('switches the language of everything and tells the account', async () => {
    const onLanguage = vi.fn();
    const { user } = show(<AppShell {...props} onLanguage={onLanguage} />);
    await user.click(screen.getByRole('button', { name: 'EN' }));
    expect(await screen.findByRole('link', { name: 'Skip to content' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    expect(onLanguage).toHaveBeenCalledWith('en');
  });

  it('keeps what can be undone in the notices', async () => {
    const undo = vi.fn();
    const { user } = show(<AppShell {...props} />);
    addNotice('희망을 저장하였습니다.', undo);
    await user.click(await screen.findByRole('button', { name: /읽지 않은 알림 1건/ }));
    await user.click(await screen.findByRole('button', { name: '되돌리기' }));
    expect(undo).toHaveBeenCalledOnce();
  });

  it('signs out from the account menu', async () => {
    const { user } = show(<AppShell {...props} />);
    await user.click(screen.getByRole('button', { name: /내 계정 메뉴/ }));
    await user.click(await screen.findByRole('button', { name: '로그아웃' }));
    await waitFor(() => expect(props.account.items[0]?.onClick).toHaveBeenCalled());
  });
});
