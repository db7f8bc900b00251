import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { idOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';
import { publicIpAddress } from './public-ip-address.ts';

/** An application gateway with its web application firewall and public IP address. */
export function applicationGateway(place: Place): ValueObject[] {
  const address = publicIpAddress(place, `pip-agw-${place.suffix}`);
  const firewall = resourceRow(place, {
    type: 'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies',
    name: `waf-${place.suffix}`,
    properties: {
      provisioningState: 'Succeeded',
      policySettings: {
        state: 'Enabled',
        mode: has(place, 'waf-only-watches') ? 'Detection' : 'Prevention',
        requestBodyCheck: true,
        maxRequestBodySizeInKb: 128,
        fileUploadLimitInMb: 100,
      },
      customRules: [],
      managedRules: {
        managedRuleSets: [
          { ruleSetType: 'Microsoft_DefaultRuleSet', ruleSetVersion: '2.1', ruleGroupOverrides: [] },
          { ruleSetType: 'Microsoft_BotManagerRuleSet', ruleSetVersion: '1.1', ruleGroupOverrides: [] },
        ],
        exclusions: [],
      },
    },
  });
  const gateway = resourceRow(place, {
    type: 'Microsoft.Network/applicationGateways',
    name: `agw-${place.suffix}`,
    zones: ['1', '2', '3'],
    properties: {
      provisioningState: 'Succeeded',
      operationalState: 'Running',
      sku: { name: 'WAF_v2', tier: 'WAF_v2' },
      autoscaleConfiguration: { minCapacity: 1, maxCapacity: 10 },
      firewallPolicy: { id: idOf(firewall) },
      sslPolicy: {
        policyType: 'Predefined',
        policyName: has(place, 'old-tls') ? 'AppGwSslPolicy20150501' : 'AppGwSslPolicy20220101',
      },
      frontendIPConfigurations: [
        {
          name: 'public',
          properties: { publicIPAddress: { id: idOf(address) }, privateIPAllocationMethod: 'Dynamic' },
        },
      ],
      frontendPorts: [{ name: 'https', properties: { port: 443 } }],
      httpListeners: [
        { name: 'https', properties: { protocol: 'Https', requireServerNameIndication: false } },
      ],
      enableHttp2: true,
    },
  });
  return [
    address,
    firewall,
    gateway,
    ...diagnostics(place, gateway, 'ApplicationGatewayAccessLog', 'ApplicationGatewayFirewallLog'),
  ];
}
