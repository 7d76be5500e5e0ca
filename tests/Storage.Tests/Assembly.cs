[assembly: Xunit.AssemblyFixture(typeof(NtmServerless.Testing.AzuriteServer))]
