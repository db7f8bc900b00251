metadata description = 'The types that every part of the landing zone shares.'

@export()
type environmentType = 'dev' | 'prod'

@export()
@description('Tags that everything has; more are welcome.')
type tagsType = {
  @minLength(1)
  owner: string
  costCenter: string
  *: string
}

@export()
type securityRuleType = {
  name: string

  @minValue(100)
  @maxValue(4096)
  priority: int

  access: 'Allow' | 'Deny'
  protocol: 'Tcp' | 'Udp' | '*'

  @description('An address range or a service tag.')
  source: string

  destinationPorts: string[]
}

@export()
type subnetType = {
  name: string
  addressPrefix: string

  @description('Subnets of Azure services have none.')
  securityRules: securityRuleType[]?

  @description('Whether traffic to anywhere goes through the firewall.')
  throughFirewall: bool?
}
