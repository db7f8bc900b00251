import type { ValueObject } from '../../kernel/index.ts';
import type { Place } from './place.ts';
import { aiServices, searchService } from './resources/ai-services.ts';
import { apiManagement } from './resources/api-management.ts';
import { appConfiguration } from './resources/app-configuration.ts';
import { applicationGateway } from './resources/application-gateway.ts';
import { containerApp } from './resources/container-app.ts';
import { containerRegistry } from './resources/container-registry.ts';
import { cosmosAccount } from './resources/cosmos-account.ts';
import { dataFactory } from './resources/data-factory.ts';
import { eventGridTopic } from './resources/event-grid-topic.ts';
import { keyVault } from './resources/key-vault.ts';
import { kubernetesCluster } from './resources/kubernetes-cluster.ts';
import { machineLearningWorkspace } from './resources/machine-learning-workspace.ts';
import { eventHubs, serviceBus } from './resources/messaging-namespace.ts';
import { mysqlServer } from './resources/mysql-server.ts';
import { postgresqlServer } from './resources/postgresql-server.ts';
import { redisCache } from './resources/redis-cache.ts';
import { sqlServer } from './resources/sql-server.ts';
import { storageAccount } from './resources/storage-account.ts';
import { virtualMachine } from './resources/virtual-machine.ts';
import { functionApp, webApp } from './resources/web-app.ts';

/** Makes one service of a workload, with all that belongs to it. What others belong to comes before them. */
type Part = (place: Place) => ValueObject[];

/** What workloads consist of. The next kind of workload is one line. */
export const workloads: readonly [readonly Part[], ...(readonly Part[])[]] = [
  [webApp, sqlServer, keyVault, storageAccount, redisCache, applicationGateway],
  [functionApp, serviceBus, cosmosAccount, keyVault, storageAccount, appConfiguration],
  [machines(4), keyVault, storageAccount],
  [kubernetesCluster, containerRegistry, keyVault, postgresqlServer, storageAccount],
  [dataFactory, storageAccount, lake, sqlServer, eventHubs, keyVault],
  [aiServices, searchService, cosmosAccount, keyVault, storageAccount, machineLearningWorkspace],
  [apiManagement, eventGridTopic, serviceBus, functionApp, keyVault],
  [containerApp, containerRegistry, mysqlServer, redisCache, keyVault],
  [machines(2), sqlServer, storageAccount],
  [webApp, postgresqlServer, keyVault, storageAccount],
];

function machines(count: number): Part {
  return (place) => Array.from({ length: count }, (_, at) => virtualMachine(place, at + 1)).flat();
}

function lake(place: Place): ValueObject[] {
  return storageAccount(place, 'd');
}
