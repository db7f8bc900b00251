import { describe, expect, it } from 'vitest';
import { decideSession } from './decide-session.ts';
import { assignment, groundOf, group, kim, policy, user, write } from './decision.case.ts';
import type { DecisionQuestion, DecisionRecord } from './decision-record.ts';

const trusted = {
  clientApp: 'browser',
  platform: 'windows',
  userRisk: 'none',
  signInRisk: 'none',
  insiderRisk: 'none',
  flow: 'none',
  device: { isRegistered: true, properties: { isCompliant: true } },
} as const;

async function decided(
  objects: readonly object[],
  question: Partial<DecisionQuestion> = {},
): Promise<DecisionRecord> {
  const asked = {
    principal: kim,
    action: write,
    resource: group,
    signIn: trusted,
    method: 'fido2',
    ...question,
  };
  return decideSession(await groundOf(objects), asked);
}

const outcomes = ({ known, trusted: trust, allowed }: DecisionRecord) =>
  [known.outcome, trust.outcome, allowed.outcome].join(' ');

describe('decideSession', () => {
  it('lets in who is known, trusted and allowed, with the evidence of each', async () => {
    const record = await decided([user(), assignment(), policy(['mfa'])]);
    expect(outcomes(record)).toBe('yes yes yes');
    expect(record.text).toBe('Kim Berg is allowed to');
    expect(record.unseen).toEqual([]);
    expect(record.allowed.facts).toMatchObject([
      { text: 'what Conditional Access asks for is satisfied: Ask for mfa', objects: ['policy-mfa'] },
      {
        text: `granted by Storage editor at ${group}`,
        objects: [expect.stringContaining('roleAssignments')],
      },
    ]);
  });

  it.each<[string, Partial<DecisionQuestion>, string]>([
    ['a password', { method: 'password' }, 'no yes if'],
    ['a method that is not stated', { method: undefined }, 'unknown yes if'],
    ['an unregistered device', { signIn: { ...trusted, device: { isRegistered: false } } }, 'yes no yes'],
    ['a risky user', { signIn: { ...trusted, userRisk: 'high' } }, 'yes no yes'],
    ['a session of which nothing is known', { signIn: {} }, 'yes unknown yes'],
    ['an action that nothing grants', { action: 'Microsoft.Compute/disks/write' }, 'yes yes no'],
  ])('tells %s from the rest', async (_, question, expected) => {
    expect(outcomes(await decided([user(), assignment(), policy(['mfa'])], question))).toBe(expected);
  });

  it('says that Azure lets in what is not trusted', async () => {
    const record = await decided([user(), assignment(), policy(['mfa'])], {
      signIn: { ...trusted, device: { isRegistered: false } },
    });
    expect(record.text).toBe(
      'Kim Berg is allowed to, although the session is not trusted: the device is not registered',
    );
  });

  it('counts a location that is called trusted for nothing', async () => {
    const signIn = { location: { kind: 'named', ids: ['offices'], isTrusted: true } } as const;
    const record = await decided([user(), assignment()], { signIn });
    expect(record.trusted.outcome).toBe('unknown');
    expect(record.trusted.facts.at(-1)?.text).toContain('counts for nothing by itself');
  });

  it.each([
    ['a policy that blocks', [policy(['block'])], 'no'],
    ['a device that is asked for', [policy(['compliantDevice'])], 'yes'],
    ['no policies at all', [], 'unknown'],
  ])('takes %s into what is allowed', async (_, policies, expected) => {
    expect((await decided([user(), assignment(), ...policies])).allowed.outcome).toBe(expected);
  });

  it('knows nobody who is disabled, nor one that the directory does not have', async () => {
    const disabled = await decided([user({ accountEnabled: false }), assignment(), policy(['mfa'])]);
    expect(disabled.known.facts).toContainEqual(
      expect.objectContaining({ outcome: 'no', text: 'Kim Berg is disabled' }),
    );
    const stranger = await decided([user(), assignment(), policy(['mfa'])], {
      principal: '00000000-0000-0000-0000-0000000000ff',
    });
    expect(stranger.known.outcome).not.toBe('yes');
  });

  it('never takes what was not exported for allowed or denied', async () => {
    const question = { principal: kim, action: write, resource: group, signIn: trusted, method: 'fido2' };
    const record = decideSession(await groundOf([user(), policy(['mfa'])], []), question);
    expect(record.allowed.outcome).toBe('unknown');
    expect(record.unseen.join()).toContain('no role assignments were exported');
  });

  it('leaves managed identities to their platform', async () => {
    const id = '00000000-0000-0000-0000-0000000000a9';
    const identity = {
      '@odata.type': '#microsoft.graph.servicePrincipal',
      id,
      appId: '00000000-0000-0000-0000-0000000000a8',
      displayName: 'id-shop',
      servicePrincipalType: 'ManagedIdentity',
      accountEnabled: true,
      transitiveMemberOf: [],
    };
    const record = await decided([identity, assignment(id), policy(['block'])], { principal: 'id-shop' });
    expect(outcomes(record)).toBe('yes yes yes');
    expect(record.signIn).toBeUndefined();
  });
});
