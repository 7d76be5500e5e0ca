using System.Xml.Linq;
using Xunit;

namespace NtmServerless.Storage.Tests.Access;

/// <summary>The keys of the cookies are one list for all instances.</summary>
public sealed class ProtectionKeysTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Elements_BeforeTheFirst_AreNone() => Assert.Empty(new ProtectionKeys((await Office.OpenAsync(azurite)).Storage).GetAllElements());

    [Fact]
    public async Task Store_SeveralInstancesAtOnce_LosesNone()
    {
        Office office = await Office.OpenAsync(azurite);
        await Parallel.ForAsync(0, 8, TestContext.Current.CancellationToken, (i, _) =>
        {
            new ProtectionKeys(office.Beside().Storage).StoreElement(new XElement("key", new XAttribute("id", i)), $"key {i}");
            return ValueTask.CompletedTask;
        });

        IEnumerable<string> kept = new ProtectionKeys(office.Storage).GetAllElements().Select(e => (string)e.Attribute("id")!);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7"], kept.Order(StringComparer.Ordinal));
    }
}
