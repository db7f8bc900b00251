/** A query of Resource Graph (Azure/azure-rest-api-specs, resourcegraph 2022-10-01, `QueryRequest`). */
export interface GraphRequest {
  readonly query: string;
  /** Where: these, or everything that is visible without either. */
  readonly subscriptions?: readonly string[];
  readonly managementGroups?: readonly string[];
  readonly options: {
    readonly resultFormat: 'objectArray';
    readonly $top: number;
    readonly $skipToken?: string;
    readonly authorizationScopeFilter?: 'AtScopeAboveAndBelow';
  };
}

/** Rows of a page; Resource Graph gives no more (articles/governance/resource-graph/concepts/work-with-data.md). */
export const rowCountMax = 1000;

/** Subscriptions of one query; less than 300 are recommended (articles/governance/resource-graph/concepts/guidance-for-throttled-requests.md). */
export const subscriptionCountMax = 100;

/** Management groups of one query. */
export const managementGroupCountMax = 10;

/** A table of Resource Graph that is collected whole, or some types of it. */
export interface GraphTable {
  /** The step that collects it, and the folder that its rows are written to. */
  readonly step: string;
  readonly table: string;
  /** Only these types; all of them when there is none. */
  readonly types: readonly string[];
  /** Collected with the children that policies need, not with the resources themselves. */
  readonly isChildren: boolean;
  /** Rows of what is above the scopes are wanted too. */
  readonly isInherited: boolean;
}

function always(step: string, table: string, ...types: string[]): GraphTable {
  return { step, table, types, isChildren: false, isInherited: false };
}

function inherited(step: string, table: string, ...types: string[]): GraphTable {
  return { ...always(step, table, ...types), isInherited: true };
}

function withChildren(step: string, table: string, ...types: string[]): GraphTable {
  return { ...always(step, table, ...types), isChildren: true };
}

const roles = ['microsoft.authorization/roleassignments', 'microsoft.authorization/roledefinitions'];
const machines = 'microsoft.guestconfiguration/guestconfigurationassignments';
const clusters = [
  'microsoft.kubernetesconfiguration/extensions',
  'microsoft.kubernetesconfiguration/fluxconfigurations',
  'microsoft.kubernetesconfiguration/sourcecontrolconfigurations',
];

/**
 * The tables (articles/governance/resource-graph/reference/supported-tables-resources.md). One line each: a further table is a further line. Without
 * `resources` and `resource-groups` there is no estate; any other may be refused.
 */
export const graphTables: readonly GraphTable[] = [
  always('resource-groups', 'resourcecontainers', 'microsoft.resources/subscriptions/resourcegroups'),
  always('resources', 'resources'),
  inherited('access', 'authorizationresources', ...roles),
  withChildren('assessments', 'securityresources', 'microsoft.security/assessments'),
  withChildren('guest-configuration', 'guestconfigurationresources', machines),
  withChildren('data-collection', 'insightsresources', 'microsoft.insights/datacollectionruleassociations'),
  withChildren('kubernetes-configuration', 'kubernetesconfigurationresources', ...clusters),
  withChildren('maintenance', 'maintenanceresources', 'microsoft.maintenance/configurationassignments'),
];

/** The scopes themselves: management groups and subscriptions. */
export const scopeTable: GraphTable = always(
  'scopes',
  'resourcecontainers',
  'microsoft.management/managementgroups',
  'microsoft.resources/subscriptions',
);

/** The query of a table, ordered so that pages are stable. */
export function queryOf({ table, types }: GraphTable): string {
  const names = types.map((type) => `'${type}'`).join(', ');
  const where = types.length === 0 ? '' : ` | where type in~ (${names})`;
  return `${table}${where} | order by id asc`;
}
