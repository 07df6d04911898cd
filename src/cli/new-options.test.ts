import { describe, expect, it } from 'vitest';
import { frontmatterSchema } from '../notices/schema.ts';
import type { IsoDate } from '../notices/dates.ts';
import { factsOf } from '../law/start/draft.ts';
import { chosenBy, takenForGranted } from './new-options.ts';

const DAY = '2026-11-28' as IsoDate;
const FIRM = { name: 'Larkfield Trust', email: 'privacy@larkfield.example' };
const ADDRESS = '1 Example Wharf, Reigate, RH2 9ZZ';

const granted = (options: Parameters<typeof chosenBy>[0]): string => {
  const chosen = chosenBy(options);
  const facts = factsOf({ ...FIRM, today: DAY, effective: DAY, ...chosen });
  return takenForGranted(chosen, frontmatterSchema.parse(facts)).join('\n');
};

describe('the options of a whole notice', () => {
  it('say which activities there are, and how they are done', () => {
    expect(
      chosenBy({ activities: 'Orders:goods, cctv', kind: 'charity', address: ADDRESS }),
    ).toEqual({
      activities: ['orders', 'cctv'],
      variants: { supply: 'goods' },
      kind: 'charity',
      address: { lines: ['1 Example Wharf'], town: 'Reigate', postcode: 'RH2 9ZZ' },
    });
  });

  it.each([
    [{ activities: 'order' }, '"order" is not an activity', '--activities orders'],
    [{ activities: ' , ' }, '--activities names none', 'orders, donations, enquiries'],
    [{ activities: 'orders:good' }, '"orders:good" is not known', 'orders:goods'],
    [{ activities: 'cctv:on' }, 'cctv is done in one way', 'write cctv without ":on"'],
    [{ activities: 'marketing:charity-soft-opt-in' }, 'is not known', 'marketing:soft-opt-in'],
    [{ activities: 'cctv', kind: 'charty' }, 'not a kind of controller', '--kind charity'],
    [{ activities: 'cctv', address: 'Reigate' }, '"Reigate" is not an address', 'a postcode'],
  ])('are refused with the edit: %j', (options, message, hint) => {
    const refused = (): unknown => chosenBy(options);
    expect(refused).toThrow(message);
    try {
      refused();
    } catch (error) {
      expect((error as { reasons: { hint: string }[] }).reasons[0]?.hint).toContain(hint);
    }
  });

  it('leave to be taken for granted what they do not say', () => {
    const all = granted({ activities: 'orders,marketing,website' });
    expect(all).toContain('orders:goods, orders:services');
    expect(all).toContain('website:statistics, website:none');
    expect(all).toContain('check asks nothing of it');
    const said = granted({ activities: 'orders:goods', address: ADDRESS });
    expect(said).not.toMatch(/orders|check asks/);
    expect(said).toContain('outside the United Kingdom');
  });
});
