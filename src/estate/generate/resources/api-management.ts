import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { childOf, resourceRow } from '../resource-row.ts';
import { diagnostics } from './diagnostics.ts';

const type = 'Microsoft.ApiManagement/service';

/** An API Management service with an API and its backend. */
export function apiManagement(place: Place): ValueObject[] {
  const name = `apim-${place.suffix}`;
  const isPublic = has(place, 'public-network');
  const legacy = has(place, 'old-tls') ? 'true' : 'false';
  const service = resourceRow(place, {
    type,
    name,
    sku: { name: 'Premium', capacity: 1 },
    zones: ['1'],
    properties: {
      provisioningState: 'Succeeded',
      publisherName: 'Contoso',
      publisherEmail: 'integration@contoso.example',
      gatewayUrl: `https://${name}.azure-api.net`,
      platformVersion: 'stv2.1',
      publicNetworkAccess: 'Enabled',
      virtualNetworkType: isPublic ? 'None' : 'Internal',
      customProperties: {
        'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10': legacy,
        'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls11': legacy,
        'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Tls10': 'false',
      },
      disableGateway: false,
    },
  });
  return [
    service,
    childOf(service, type, 'apis', 'orders', {
      displayName: 'Orders',
      path: 'orders',
      protocols: has(place, 'plain-http') ? ['http', 'https'] : ['https'],
      serviceUrl: `https://${place.suffix}.contoso.example`,
      subscriptionRequired: true,
      isCurrent: true,
    }),
    childOf(service, type, 'backends', 'orders', {
      url: `https://${place.suffix}.contoso.example`,
      protocol: 'http',
      tls: { validateCertificateChain: true, validateCertificateName: !has(place, 'plain-http') },
    }),
    ...diagnostics(place, service, 'GatewayLogs'),
  ];
}
