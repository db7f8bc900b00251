@export()
type environmentType = 'dev' | 'prod'

@export()
type ownedTagsType = {
  @description('The team that answers for the resource; a sandbox may have none.')
  owner: string?
  *: string
}

@export()
@description('One storage account of the web shop.')
type storageAccountType = {
  @maxLength(10)
  name: string
  classification: 'internal' | 'confidential' | 'public'
  publicNetworkAccess: 'Enabled' | 'Disabled'
  anonymousBlobs: bool
}

@export()
type subnetType = {
  name: string
  prefix: string
}
