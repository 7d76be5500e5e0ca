// What every storage account here has in common, and the only roles that this template may give.

@export()
@description('Ids of the built-in roles in use. None of them can change a resource, read a key or give a role.')
var roleIds = {
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

@export()
@description('Properties of both storage accounts: callers are known by Entra ID alone, nothing is public.')
var closedAccount = {
  accessTier: 'Hot'
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  // Account and service SAS are signed with the account key, so they stop working too: downloads go through the app.
  allowSharedKeyAccess: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  // Flex Consumption without a virtual network reaches storage over its public address; Entra ID guards it.
  publicNetworkAccess: 'Enabled'
  supportsHttpsTrafficOnly: true
}
