// The Functions host's own storage: leases, timer status, Durable Functions' task hub, and the app's package.
// No lifecycle rule and no write-once policy may ever touch it: both would break the task hub.
import { closedAccount, roleIds } from 'rules.bicep'

@description('Azure region of the account.')
param location string

@description('Tags put on every resource.')
param tags object

@description('Name of the storage account.')
@minLength(3)
@maxLength(24)
param accountName string

@description('Redundancy of the account.')
param skuName string

@description('Name of the container that holds the app\'s package.')
param packageContainerName string

@description('Name of the user-assigned identity that the app runs as, in this resource group.')
param identityName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

// Blob Data Owner is what AzureWebJobsStorage asks for; Durable Functions adds queues and tables. All are at the
// account, because the host and the task hub make their own containers, queues and tables.
var hostRoleIds = [
  roleIds.storageBlobDataOwner
  roleIds.storageQueueDataContributor
  roleIds.storageTableDataContributor
]

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: skuName }
  properties: closedAccount
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource packageContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobService
  name: packageContainerName
  properties: { publicAccess: 'None' }
}

resource hostRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for roleId in hostRoleIds: {
    scope: account
    name: guid(account.id, identity.id, roleId)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)
    }
  }
]

@description('Address of the blob service, with a slash at its end.')
output blobServiceUri string = account.properties.primaryEndpoints.blob

@description('Address of the queue service, with a slash at its end.')
output queueServiceUri string = account.properties.primaryEndpoints.queue

@description('Address of the table service, with a slash at its end.')
output tableServiceUri string = account.properties.primaryEndpoints.table
