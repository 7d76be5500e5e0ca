using NtmServerless.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteServer))]
