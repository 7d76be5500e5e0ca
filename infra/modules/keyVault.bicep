import { roleIds } from 'rules.bicep'

@description('Azure region of the vault.')
param location string

@description('Tags put on every resource.')
param tags object

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Name of the user-assigned identity that the app runs as, in this resource group.')
param identityName string

@description('Resource id of the Log Analytics workspace that keeps the audit log.')
param workspaceId string

@description('Key that the first administrator\'s programs sign in with.')
@secure()
param firstAdministratorKey string

@description('Code with which the first administrator makes an account.')
@secure()
param firstAdministratorCode string

@description('Secret under which the keys of cookies and receipts lie in the records storage.')
@secure()
param keyProtectionSecret string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: 'Enabled'
  }
}

resource firstKey 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'FirstAdministratorKey'
  tags: tags
  properties: {
    value: firstAdministratorKey
    contentType: 'text/plain'
  }
}

resource firstCode 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'FirstAdministratorCode'
  tags: tags
  properties: {
    value: firstAdministratorCode
    contentType: 'text/plain'
  }
}

resource keyProtection 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'KeyProtectionSecret'
  tags: tags
  properties: {
    value: keyProtectionSecret
    contentType: 'text/plain'
  }
}

// At each secret, not at the vault: another secret put there later is not the app's by accident.
resource readsFirstKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: firstKey
  name: guid(firstKey.id, identity.id, roleIds.keyVaultSecretsUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.keyVaultSecretsUser)
  }
}

resource readsFirstCode 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: firstCode
  name: guid(firstCode.id, identity.id, roleIds.keyVaultSecretsUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.keyVaultSecretsUser)
  }
}

resource readsKeyProtection 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: keyProtection
  name: guid(keyProtection.id, identity.id, roleIds.keyVaultSecretsUser)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.keyVaultSecretsUser)
  }
}

resource vaultAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

@description('App setting value that points at the secret, without a version: a new one is picked up by itself.')
output firstAdministratorKeyReference string = '@Microsoft.KeyVault(SecretUri=${firstKey.properties.secretUri})'

@description('The same for the code.')
output firstAdministratorCodeReference string = '@Microsoft.KeyVault(SecretUri=${firstCode.properties.secretUri})'

@description('The same for the secret of the keys.')
output keyProtectionReference string = '@Microsoft.KeyVault(SecretUri=${keyProtection.properties.secretUri})'
