@export()
@description('The name of a resource of the web shop in one environment.')
func resourceName(kind string, environment string) string => toLower('${kind}-shop-${environment}')
