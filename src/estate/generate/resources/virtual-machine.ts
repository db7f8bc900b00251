import type { ValueObject } from '../../../kernel/index.ts';
import { daysAfter, generatedGuid, tenantId } from '../generated-id.ts';
import { has, type Place } from '../place.ts';
import { childOf, extensionOf, idOf, resourceRow } from '../resource-row.ts';
import { networkInterface } from './network-interface.ts';

const type = 'Microsoft.Compute/virtualMachines';

/** A virtual machine with its disk, network interface, extensions, guest configuration and backup. */
export function virtualMachine(place: Place, number: number): ValueObject[] {
  const isWindows = place.random.chance(0.5);
  const name = `vm-${place.suffix}-${number}`;
  const network = networkInterface(place, name);
  const disk = osDisk(place, name, isWindows);
  const machine = resourceRow(place, {
    type,
    name,
    zones: [String(1 + (number % 3))],
    identity: { type: 'SystemAssigned', tenantId, principalId: generatedGuid('machine', number) },
    properties: {
      provisioningState: 'Succeeded',
      timeCreated: daysAfter(place.now, -place.random.integer(5, 900)),
      hardwareProfile: {
        vmSize: place.random.pick(['Standard_D2s_v5', 'Standard_D4s_v5', 'Standard_E8s_v5']),
      },
      storageProfile: {
        imageReference: isWindows
          ? {
              publisher: 'MicrosoftWindowsServer',
              offer: 'WindowsServer',
              sku: '2022-datacenter-g2',
              version: 'latest',
            }
          : { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
        osDisk: {
          osType: isWindows ? 'Windows' : 'Linux',
          name: `disk-${name}-os`,
          createOption: 'FromImage',
          caching: 'ReadWrite',
          managedDisk: { id: idOf(disk), storageAccountType: 'Premium_LRS' },
        },
        dataDisks: [],
      },
      osProfile: osProfile(place, `vm${number}`, isWindows),
      securityProfile: securityProfile(place),
      networkProfile: {
        networkInterfaces: [
          { id: `${place.groupId}/providers/Microsoft.Network/networkInterfaces/nic-${name}` },
        ],
      },
      diagnosticsProfile: { bootDiagnostics: { enabled: true } },
    },
  });
  return [
    ...network,
    disk,
    machine,
    ...extensions(place, machine, isWindows),
    guestAssignment(machine, isWindows),
    ...backup(place, machine, name),
  ];
}

function osDisk(place: Place, machine: string, isWindows: boolean): ValueObject {
  const isOpen = has(place, 'exportable-disk');
  return resourceRow(place, {
    type: 'Microsoft.Compute/disks',
    name: `disk-${machine}-os`,
    sku: { name: 'Premium_LRS', tier: 'Premium' },
    managedBy: `${place.groupId}/providers/${type}/${machine}`,
    properties: {
      provisioningState: 'Succeeded',
      diskState: 'Attached',
      diskSizeGB: 128,
      osType: isWindows ? 'Windows' : 'Linux',
      hyperVGeneration: 'V2',
      networkAccessPolicy: isOpen ? 'AllowAll' : 'DenyAll',
      publicNetworkAccess: isOpen ? 'Enabled' : 'Disabled',
      encryption: { type: 'EncryptionAtRestWithPlatformKey' },
      creationData: { createOption: 'FromImage' },
    },
  });
}

function osProfile(place: Place, computerName: string, isWindows: boolean): ValueObject {
  const patchSettings = has(place, 'no-patching')
    ? { patchMode: isWindows ? 'Manual' : 'ImageDefault', assessmentMode: 'ImageDefault' }
    : { patchMode: 'AutomaticByPlatform', assessmentMode: 'AutomaticByPlatform' };
  return {
    computerName,
    adminUsername: 'operator',
    allowExtensionOperations: true,
    ...(isWindows
      ? { windowsConfiguration: { provisionVMAgent: true, enableAutomaticUpdates: true, patchSettings } }
      : {
          linuxConfiguration: {
            disablePasswordAuthentication: !has(place, 'local-sign-in'),
            provisionVMAgent: true,
            patchSettings,
          },
        }),
  };
}

function securityProfile(place: Place): ValueObject {
  const encryptionAtHost = !has(place, 'unencrypted');
  if (has(place, 'no-trusted-launch')) return { encryptionAtHost };
  return {
    encryptionAtHost,
    securityType: 'TrustedLaunch',
    uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
  };
}

function extensions(place: Place, machine: ValueObject, isWindows: boolean): ValueObject[] {
  const system = isWindows ? 'Windows' : 'Linux';
  const wanted: [publisher: string, name: string, version: string][] = [
    ['Microsoft.Azure.Monitor', `AzureMonitor${system}Agent`, '1.0'],
    ['Microsoft.GuestConfiguration', isWindows ? 'ConfigurationforWindows' : 'ConfigurationForLinux', '1.0'],
  ];
  if (!has(place, 'no-endpoint-protection'))
    wanted.push(['Microsoft.Azure.AzureDefenderForServers', `MDE.${system}`, '1.0']);
  return wanted.map(([publisher, name, typeHandlerVersion]) => ({
    ...childOf(machine, type, 'extensions', name, {
      publisher,
      type: name,
      typeHandlerVersion,
      autoUpgradeMinorVersion: true,
      enableAutomaticUpgrade: true,
      provisioningState: 'Succeeded',
    }),
    location: place.location,
  }));
}

function guestAssignment(machine: ValueObject, isWindows: boolean): ValueObject {
  const name = isWindows ? 'AzureWindowsBaseline' : 'AzureLinuxBaseline';
  return extensionOf(idOf(machine), 'Microsoft.GuestConfiguration/guestConfigurationAssignments', name, {
    complianceStatus: isWindows ? 'Compliant' : 'NonCompliant',
    guestConfiguration: { name, version: '1.*', assignmentType: 'ApplyAndMonitor' },
    provisioningState: 'Succeeded',
  });
}

function backup(place: Place, machine: ValueObject, name: string): ValueObject[] {
  if (has(place, 'no-backup')) return [];
  const vaultId = place.subscription.recoveryVaultId;
  const container = `iaasvmcontainer;iaasvmcontainerv2;${place.groupName};${name}`;
  const item = `vm;iaasvmcontainerv2;${place.groupName};${name}`;
  return [
    {
      id: `${vaultId}/backupFabrics/Azure/protectionContainers/${container}/protectedItems/${item}`,
      name: item,
      type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
      properties: {
        protectedItemType: 'Microsoft.Compute/virtualMachines',
        backupManagementType: 'AzureIaasVM',
        workloadType: 'VM',
        sourceResourceId: idOf(machine),
        policyId: `${vaultId}/backupPolicies/daily`,
        protectionState: 'Protected',
        healthStatus: 'Passed',
      },
    },
  ];
}
