using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace NtmServerless.Storage.Tests.Access;

/// <summary>Who reads the storage does not get the keys; what they protect stays valid.</summary>
public sealed class KeyProtectionTests(AzuriteServer azurite)
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Other = "fedcba9876543210fedcba9876543210";

    [Fact]
    public async Task Keys_MadeUnderASecret_LieSealed_AndOpenUnderTheSameOnly()
    {
        Office office = await Office.OpenAsync(azurite);
        string cookie = Protector(office, Secret).Protect("session");

        Assert.Empty(Secrets(office));
        Assert.Equal("session", Protector(office.Beside(), Secret).Unprotect(cookie));
        Assert.ThrowsAny<CryptographicException>(() => Protector(office.Beside(), Other).Unprotect(cookie));
        Assert.ThrowsAny<CryptographicException>(() => Protector(office.Beside(), null).Unprotect(cookie));
    }

    [Fact]
    public async Task Keys_ThatLieInTheClear_AreSealedInPlace_AndStayValid()
    {
        Office office = await Office.OpenAsync(azurite);
        string cookie = Protector(office, null).Protect("session");
        string secret = Assert.Single(Secrets(office));

        Assert.Equal(0, new ProtectionKeys(office.Storage).Seal(new KeyProtection(Secret)));

        Assert.Empty(Secrets(office));
        Assert.DoesNotContain(secret, string.Concat(Elements(office)), StringComparison.Ordinal);
        Assert.Equal("session", Protector(office.Beside(), Secret).Unprotect(cookie));
        Assert.Equal(0, new ProtectionKeys(office.Storage).Seal(new KeyProtection(Secret)));
    }

    [Fact]
    public async Task Keys_SealedBySeveralInstancesAtOnce_AreSealedOnce()
    {
        Office office = await Office.OpenAsync(azurite);
        string cookie = Protector(office, null).Protect("session");
        await Parallel.ForAsync(0, 6, TestContext.Current.CancellationToken, (_, _) =>
        {
            new ProtectionKeys(office.Beside().Storage).Seal(new KeyProtection(Secret));
            return ValueTask.CompletedTask;
        });
        Assert.Equal("session", Protector(office.Beside(), Secret).Unprotect(cookie));
    }

    [Fact]
    public async Task Secret_ThatWasLost_IsCounted_NewKeysAreMade_AndTheOldOneComesBackWithIt()
    {
        Office office = await Office.OpenAsync(azurite);
        string before = Protector(office, Secret).Protect("session");

        Assert.Equal(1, new ProtectionKeys(office.Storage).Seal(new KeyProtection(Other)));
        string after = Protector(office.Beside(), Other).Protect("new session");

        Assert.Equal("new session", Protector(office.Beside(), Other).Unprotect(after));
        Assert.Equal("session", Protector(office.Beside(), Secret).Unprotect(before));
        Assert.Equal(1, new ProtectionKeys(office.Storage).Seal(new KeyProtection(Secret)));
    }

    [Fact]
    public void Box_ThatWasChanged_DoesNotOpen()
    {
        KeyProtection protection = new(Secret);
        XElement box = protection.Encrypt(new XElement("key", "secret")).EncryptedElement;
        Assert.Equal("secret", protection.Open(box).Value);
        Assert.NotEqual(box.Value, protection.Encrypt(new XElement("key", "secret")).EncryptedElement.Value);
        byte[] bytes = Convert.FromBase64String(box.Value);
        bytes[^1] ^= 1;
        foreach (string wrong in (string[])[Convert.ToBase64String(bytes), "", "no base64!", box.Value[..20]])
            Assert.ThrowsAny<CryptographicException>(() => protection.Open(new XElement("sealed", wrong)));
    }

    private static IReadOnlyCollection<XElement> Elements(Office office) => new ProtectionKeys(office.Storage).GetAllElements();

    // The master keys as the framework writes them in the clear.
    private static List<string> Secrets(Office office) =>
        [.. Elements(office).SelectMany(e => e.Descendants().Where(d => d.Name.LocalName == "masterKey")).Select(key => key.Value.Trim())];

    private static IDataProtector Protector(Office office, string? secret)
    {
        ServiceCollection services = new();
        KeyProtection protection = new(secret);
        services.AddSingleton(protection);
        services.AddDataProtection().SetApplicationName("test");
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new ProtectionKeys(office.Storage);
            options.XmlEncryptor = protection.IsOn ? protection : null;
        });
        return services.BuildServiceProvider().GetDataProtector("cookies");
    }
}
