import type { ValueObject } from '../../../kernel/index.ts';
import { generatedGuid, tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, idOf, resourceRow } from '../resource-row.ts';
import { logWorkspaceId } from '../shared-services.ts';
import { diagnostics } from './diagnostics.ts';
import { privateLink } from './private-link.ts';

const planType = 'Microsoft.Web/serverfarms';
const type = 'Microsoft.Web/sites';

/** A web app with its plan, its configuration and its telemetry. */
export function webApp(place: Place): ValueObject[] {
  return site(place, 'app', 'app,linux');
}

/** A function app with its plan, its configuration and its telemetry. */
export function functionApp(place: Place): ValueObject[] {
  return site(place, 'func', 'functionapp,linux');
}

function site(place: Place, prefix: string, kind: string): ValueObject[] {
  const name = `${prefix}-${place.suffix}`;
  const isPublic = has(place, 'public-network');
  const plan = resourceRow(place, {
    type: planType,
    name: `plan-${prefix}-${place.suffix}`,
    kind: 'linux',
    sku: {
      name: 'P1v3',
      tier: 'PremiumV3',
      size: 'P1v3',
      family: 'Pv3',
      capacity: place.isProduction ? 3 : 1,
    },
    properties: {
      status: 'Ready',
      reserved: true,
      zoneRedundant: place.isProduction,
      numberOfSites: 1,
      numberOfWorkers: place.isProduction ? 3 : 1,
      provisioningState: 'Succeeded',
    },
  });
  const runtime = has(place, 'old-runtime')
    ? place.random.pick(['PYTHON|3.8', 'NODE|16-lts', 'DOTNETCORE|6.0'])
    : place.random.pick(['DOTNETCORE|10.0', 'NODE|22-lts', 'PYTHON|3.13']);
  const tls = has(place, 'old-tls') ? '1.0' : '1.2';
  const app = resourceRow(place, {
    type,
    name,
    kind,
    identity: {
      type: 'SystemAssigned',
      tenantId,
      principalId: generatedGuid('machine', place.subscription.number),
    },
    properties: {
      state: 'Running',
      enabled: true,
      defaultHostName: `${name}.azurewebsites.net`,
      serverFarmId: idOf(plan),
      httpsOnly: !has(place, 'plain-http'),
      publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled',
      virtualNetworkSubnetId: `${place.subscription.networkId}/subnets/snet-apps`,
      vnetRouteAllEnabled: true,
      clientCertEnabled: false,
      clientAffinityEnabled: false,
      reserved: true,
      siteConfig: { linuxFxVersion: runtime, minTlsVersion: tls, alwaysOn: true, http20Enabled: true },
    },
  });
  return [
    plan,
    app,
    childOf(app, type, 'config', 'web', {
      linuxFxVersion: runtime,
      minTlsVersion: tls,
      scmMinTlsVersion: tls,
      ftpsState: has(place, 'plain-ftp') ? 'AllAllowed' : 'Disabled',
      remoteDebuggingEnabled: has(place, 'remote-debugging'),
      http20Enabled: true,
      alwaysOn: true,
      cors: { allowedOrigins: [`https://${place.suffix}.contoso.example`] },
      ipSecurityRestrictionsDefaultAction: isPublic ? 'Allow' : 'Deny',
    }),
    ...(['ftp', 'scm'] as const).map((way) =>
      childOf(app, type, 'basicPublishingCredentialsPolicies', way, {
        allow: has(place, 'publishing-passwords'),
      }),
    ),
    ...diagnostics(place, app, 'AppServiceHTTPLogs', 'AppServiceAuditLogs'),
    ...(isPublic ? [] : privateLink(place, app, type, 'sites')),
    telemetry(place, prefix),
  ];
}

function telemetry(place: Place, prefix: string): ValueObject {
  return resourceRow(place, {
    type: 'Microsoft.Insights/components',
    name: `appi-${prefix}-${place.suffix}`,
    kind: 'web',
    properties: {
      Application_Type: 'web',
      Flow_Type: 'Bluefield',
      WorkspaceResourceId: logWorkspaceId,
      IngestionMode: 'LogAnalytics',
      RetentionInDays: 90,
      DisableLocalAuth: !has(place, 'local-sign-in'),
      publicNetworkAccessForIngestion: 'Enabled',
      publicNetworkAccessForQuery: 'Disabled',
      provisioningState: 'Succeeded',
    },
  });
}
