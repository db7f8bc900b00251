import type { ValueObject } from '../../kernel/index.ts';
import type { GeneratedSubscription } from './generated-subscription.ts';
import type { Random } from './random.ts';
import { extensionOf } from './resource-row.ts';
import { logWorkspaceId } from './shared-services.ts';
import { type WeaknessName, weaknesses } from './weaknesses.ts';

const plans = [
  'VirtualMachines',
  'StorageAccounts',
  'SqlServers',
  'KeyVaults',
  'AppServices',
  'Containers',
  'Arm',
  'CloudPosture',
];

/** What a subscription has by itself: its Defender plans, its security contact, and where its activity log goes. */
export function subscriptionServices({ id }: GeneratedSubscription, random: Random): ValueObject[] {
  const isPlanted = (name: WeaknessName) => random.chance(weaknesses[name].share);
  const services = plans.map((name) => {
    const isOn = !isPlanted('defender-plan-off');
    return extensionOf(id, 'Microsoft.Security/pricings', name, {
      pricingTier: isOn ? 'Standard' : 'Free',
      ...(isOn && name === 'VirtualMachines' ? { subPlan: 'P2' } : {}),
      freeTrialRemainingTime: 'PT0S',
      enforce: 'False',
      inherited: 'False',
    });
  });
  services.push(
    extensionOf(id, 'Microsoft.Security/securityContacts', 'default', {
      emails: isPlanted('no-security-contact') ? '' : 'soc@contoso.example',
      phone: '',
      isEnabled: true,
      notificationsByRole: { state: 'On', roles: ['Owner'] },
      notificationsSources: [{ sourceType: 'Alert', minimalSeverity: 'Medium' }],
    }),
  );
  if (!isPlanted('unwatched-subscription'))
    services.push(
      extensionOf(id, 'Microsoft.Insights/diagnosticSettings', 'activity-log', {
        workspaceId: logWorkspaceId,
        logs: ['Administrative', 'Security', 'Policy', 'Alert'].map((category) => ({
          category,
          enabled: true,
        })),
      }),
    );
  return services;
}
