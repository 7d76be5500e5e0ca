// Everything the app needs on Azure, in one resource group. See README.md in this folder.
targetScope = 'resourceGroup'

@description('Azure region of everything. Flex Consumption with .NET 10 must be offered there.')
param location string = resourceGroup().location

@description('Short lower-case word that all names begin with.')
@minLength(2)
@maxLength(6)
param namePrefix string = 'ntm'

@description('Tags put on every resource, besides application=NtmServerless.')
param tags object = {}

@description('Key that the first administrator signs in with; kept in Key Vault. Make it random.')
@secure()
@minLength(32)
@maxLength(256)
param firstAdministratorKey string

@description('Code with which the first administrator makes an account, once; kept in Key Vault. Make it random: at least 16 letters and digits.')
@secure()
@minLength(16)
@maxLength(100)
param firstAdministratorCode string

@description('Secret under which the keys of cookies and receipts lie in the records; kept in Key Vault. Make it random, and keep it: with another one officers sign in anew and receipts are void.')
@secure()
@minLength(32)
@maxLength(256)
param keyProtectionSecret string

@description('Host names under which the app answers besides its own, apart by commas: custom domains, the name of a Front Door. Others get 400.')
@maxLength(1000)
param knownHosts string = ''

@description('Header that carries the address of a client, set by the front end that everything comes through. CLIENT-IP: App Service\'s own; X-Azure-SocketIP: behind a Front Door that alone can connect. Empty: limits go by account alone.')
@maxLength(100)
param clientAddressHeader string = 'CLIENT-IP'

@description('Plan file to open at the first start, as a path inside the package, for example plans/caoloc-2024.json. Empty: an administrator loads one.')
@maxLength(200)
param planFile string = ''

@description('Most instances that the app may scale out to.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Memory of an instance, in MB. An upload is held whole in memory by the Functions host.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Instances kept warm (and paid for) for HTTP requests. 0: the first caller after a pause waits.')
@minValue(0)
@maxValue(20)
param alwaysReadyHttpInstances int = 0

@description('Redundancy of the host\'s storage account.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param hostStorageSku string = 'Standard_LRS'

@description('Redundancy of the records. GRS and GZRS copy personal data to a second region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param recordsStorageSku string = 'Standard_ZRS'

@description('Days that a deleted blob, version or container of the records can still be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int = 14

@description('Days from upload after which signed sheets and photos move to the cool tier. Keep it below both retentions.')
@minValue(30)
@maxValue(3650)
param coolAfterDays int = 90

@description('Days from upload in which a signed sheet can be neither changed nor deleted, and after which it is deleted. The default covers ten years, leap days included; the office confirms it.')
@minValue(365)
@maxValue(146000)
param signedSheetRetentionDays int = 3654

@description('Days from upload after which a photo is deleted. The default is two years; the office confirms it.')
@minValue(30)
@maxValue(36500)
param photoRetentionDays int = 730

@description('Set to true after the write-once policy of the signed sheets was locked by hand; the template then leaves it alone.')
param signedSheetPolicyLocked bool = false

@description('Days that logs, telemetry and the storage audit are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 365

var prefix = toLower(namePrefix)
var suffix = uniqueString(resourceGroup().id)
var packageContainerName = 'app-package'
var allTags = union(tags, { application: 'NtmServerless' })

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${prefix}-${suffix}'
  location: location
  tags: allTags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    location: location
    tags: allTags
    workspaceName: 'log-${prefix}-${suffix}'
    componentName: 'appi-${prefix}-${suffix}'
    retentionDays: logRetentionDays
    identityName: identity.name
  }
}

module hostStorage 'modules/hostStorage.bicep' = {
  name: 'hostStorage'
  params: {
    location: location
    tags: allTags
    accountName: '${prefix}host${suffix}'
    skuName: hostStorageSku
    packageContainerName: packageContainerName
    identityName: identity.name
  }
}

module recordsStorage 'modules/recordsStorage.bicep' = {
  name: 'recordsStorage'
  params: {
    location: location
    tags: allTags
    accountName: '${prefix}rec${suffix}'
    skuName: recordsStorageSku
    identityName: identity.name
    workspaceId: monitoring.outputs.workspaceId
    softDeleteDays: softDeleteDays
    signedSheetRetentionDays: signedSheetRetentionDays
    signedSheetPolicyLocked: signedSheetPolicyLocked
  }
}

module recordsLifecycle 'modules/recordsLifecycle.bicep' = {
  name: 'recordsLifecycle'
  params: {
    accountName: '${prefix}rec${suffix}'
    coolAfterDays: coolAfterDays
    signedSheetRetentionDays: signedSheetRetentionDays
    photoRetentionDays: photoRetentionDays
  }
  dependsOn: [recordsStorage]
}

module keyVault 'modules/keyVault.bicep' = {
  name: 'keyVault'
  params: {
    location: location
    tags: allTags
    vaultName: 'kv-${prefix}-${suffix}'
    identityName: identity.name
    workspaceId: monitoring.outputs.workspaceId
    firstAdministratorKey: firstAdministratorKey
    firstAdministratorCode: firstAdministratorCode
    keyProtectionSecret: keyProtectionSecret
  }
}

module functionApp 'modules/functionApp.bicep' = {
  name: 'functionApp'
  params: {
    location: location
    tags: allTags
    planName: 'plan-${prefix}-${suffix}'
    appName: 'func-${prefix}-${suffix}'
    identityName: identity.name
    packageContainerUri: '${hostStorage.outputs.blobServiceUri}${packageContainerName}'
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyHttpInstances: alwaysReadyHttpInstances
    appSettings: union(
      {
        // Durable Functions does not take managedIdentityResourceId here, so the identity is named by client id.
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId
        AzureWebJobsStorage__blobServiceUri: hostStorage.outputs.blobServiceUri
        AzureWebJobsStorage__queueServiceUri: hostStorage.outputs.queueServiceUri
        AzureWebJobsStorage__tableServiceUri: hostStorage.outputs.tableServiceUri
        RecordsStorage__clientId: identity.properties.clientId
        RecordsStorage__blobServiceUri: recordsStorage.outputs.blobServiceUri
        RecordsStorage__tableServiceUri: recordsStorage.outputs.tableServiceUri
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
        AzureWebJobsDisableHomepage: 'true'
        SecureCookies: 'true'
        FirstAdministratorKey: keyVault.outputs.firstAdministratorKeyReference
        FirstAdministratorCode: keyVault.outputs.firstAdministratorCodeReference
        KeyProtectionSecret: keyVault.outputs.keyProtectionReference
      },
      empty(knownHosts) ? {} : { KnownHosts: knownHosts },
      // Nothing but the platform's front end can connect to the host there.
      empty(clientAddressHeader) ? {} : { ClientAddressHeader: clientAddressHeader, ClientAddressFrom: 'any' },
      empty(planFile) ? {} : { plan: planFile }
    )
  }
}

@description('Name of the function app, for func azure functionapp publish.')
output functionAppName string = 'func-${prefix}-${suffix}'

@description('Host name under which the app answers.')
output functionAppHostName string = functionApp.outputs.hostName

@description('Name of the records account, for locking the write-once policy by hand.')
output recordsAccountName string = '${prefix}rec${suffix}'
