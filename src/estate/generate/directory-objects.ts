import type { ValueObject } from '../../kernel/index.ts';
import { generatedGuid } from './generated-id.ts';

const teams = [
  'sg-cloud-platform',
  'sg-cluster-administrators',
  'sg-database-administrators',
  'sg-security-operations',
];
const people = ['Kim Berg', 'Alex Moreau', 'Sam Okafor', 'Robin Lindqvist', 'Noor Haddad', 'Jo Tanaka'];

/** The groups and people of the generated company, as Microsoft Graph answers them. */
export function directoryObjects(): ValueObject[] {
  return [
    ...teams.map(
      (displayName, at): ValueObject => ({
        '@odata.type': '#microsoft.graph.group',
        id: generatedGuid('team', at),
        displayName,
        securityEnabled: true,
        mailEnabled: false,
        groupTypes: [],
        isAssignableToRole: false,
      }),
    ),
    ...people.map((displayName, at): ValueObject => {
      const mail = `${displayName.toLowerCase().replace(' ', '.')}@contoso.example`;
      return {
        '@odata.type': '#microsoft.graph.user',
        id: generatedGuid('person', at),
        displayName,
        userPrincipalName: mail,
        mail,
        userType: 'Member',
        accountEnabled: true,
      };
    }),
  ];
}

/** How many people {@link directoryObjects} has. */
export const personCount = people.length;

/** The service principal of a workload's identity. */
export function workloadPrincipal(number: number, name: string): ValueObject {
  return {
    '@odata.type': '#microsoft.graph.servicePrincipal',
    id: generatedGuid('workload', number),
    appId: generatedGuid('client', number),
    displayName: name,
    servicePrincipalType: 'ManagedIdentity',
    accountEnabled: true,
  };
}
