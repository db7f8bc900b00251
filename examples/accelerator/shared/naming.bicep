metadata description = 'How Contoso names resources.'

@export()
@description('<kind>-<workload>-<region>, for example nsg-hub-weu.')
func resourceName(kind string, workload string, location string) string =>
  '${kind}-${workload}-${location == 'westeurope' ? 'weu' : 'neu'}'

@export()
@description('Names of storage accounts hold letters and digits only.')
func storageName(workload string, purpose string, environment string) string =>
  take(toLower('st${workload}${purpose}${environment}'), 24)
