import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { blockedMatch, doubtfulMatch, expertMatch, investorMatch } from '@/testing/matches';
import { show } from '@/testing/render';
import { CompareTable } from './CompareTable';
import { MatchCard } from './MatchCard';

describe('MatchCard', () => {
  it('says who, how well in words, and why, without a percentage', () => {
    show(<MatchCard match={expertMatch} />);
    const card = screen.getByRole('article', { name: '한결' });
    expect(within(card).getByText('매우 적합')).toBeTruthy();
    expect(within(card).getByText(/이 수요와 잘 맞습니다\.$/)).toBeTruthy();
    expect(card.textContent).not.toMatch(/\d+\s?%/);
  });

  it('lists at most three agreements and two checks', () => {
    show(<MatchCard match={investorMatch} />);
    const of = (name: string) => screen.getByRole('heading', { name }).parentElement as HTMLElement;
    expect(within(of('맞는 점')).getAllByRole('listitem').length).toBeLessThanOrEqual(3);
    expect(within(of('확인할 점')).getAllByRole('listitem')).toHaveLength(2);
  });

  it('offers to fill only a field that is the reader’s own', () => {
    show(
      <MatchCard
        match={investorMatch}
        settle={(f) => (f === 'need.amount' ? '/needs/n1/edit' : undefined)}
      />,
    );
    expect(screen.getAllByRole('link', { name: '채우기' }).map((a) => a.getAttribute('href'))).toEqual([
      '/needs/n1/edit',
    ]);
  });

  it('never shows the words of a private item', () => {
    const secret = structuredClone(expertMatch);
    const text = secret.parts.find((p) => p.code === 'text')?.evidence[0];
    if (text) text.private = true;
    const { container } = show(<MatchCard match={secret} />);
    expect(container.textContent).toContain('비공개 항목');
    expect(container.innerHTML).not.toContain('음극재 유럽 인증 전략 수립');
  });

  it('gives a wish, and takes it back when pressed again', async () => {
    const onPreference = vi.fn();
    const { user } = show(<MatchCard match={expertMatch} onPreference={onPreference} />);
    expect(screen.getByRole('button', { name: '희망' }).getAttribute('aria-pressed')).toBe('true');
    await user.click(screen.getByRole('button', { name: '꼭 만나고 싶음' }));
    await user.click(screen.getByRole('button', { name: '희망' }));
    expect(onPreference.mock.calls.map(([p]) => p.mine)).toEqual(['must', undefined]);
  });

  it('keeps a note with the wish', async () => {
    const onPreference = vi.fn();
    const { user } = show(<MatchCard match={expertMatch} onPreference={onPreference} />);
    await user.click(screen.getByRole('button', { name: '메모' }));
    await user.type(await screen.findByRole('textbox', { name: '메모' }), '가을에 통화');
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(onPreference).toHaveBeenCalledWith({ mine: 'want', note: '가을에 통화' });
  });

  it('says why a pair is impossible and takes no wish for it', () => {
    show(<MatchCard match={blockedMatch} onPreference={() => undefined} />);
    expect(screen.getByText('맡을 수 있는 기업 수가 찼습니다.')).toBeTruthy();
    expect(screen.getByRole('button', { name: '희망' })).toHaveProperty('disabled', false);
    expect(screen.getByRole('group', { name: /희망/ })).toHaveProperty('disabled', true);
  });

  it('opens every part with its source', async () => {
    const { user } = show(<MatchCard match={expertMatch} weights="3" />);
    await user.click(screen.getByRole('button', { name: '모든 근거' }));
    const sheet = await screen.findByRole('dialog');
    expect(within(sheet).getByRole('button', { name: '닫기' })).toBeTruthy();
    expect(within(sheet).getAllByRole('row').length).toBe(expertMatch.parts.length + 1);
    expect(sheet.textContent).toContain('가중치 3판');
  });

  it('labels a headline that exists in the other language only', () => {
    show(<MatchCard match={doubtfulMatch} />, 'en');
    expect(screen.getByText('공장 자동화와 원가 절감').getAttribute('lang')).toBe('ko');
    expect(screen.getByText('Korean only')).toBeTruthy();
  });
});

describe('CompareTable', () => {
  it('puts what tells them apart first and can hide the rest', async () => {
    const { user } = show(<CompareTable matches={[expertMatch, doubtfulMatch]} subject="인증" />);
    const names = () => screen.getAllByRole('rowheader').map((h) => h.textContent);
    expect(names().indexOf('언어')).toBeLessThan(names().indexOf('업종'));
    await user.click(screen.getByRole('switch'));
    expect(names()).not.toContain('업종');
    expect(names()).toContain('언어');
  });
  it('asks for a second candidate', () => {
    show(<CompareTable matches={[expertMatch]} subject="인증" />);
    expect(screen.getByText('비교할 후보를 두 명 이상 고르십시오')).toBeTruthy();
  });
});
