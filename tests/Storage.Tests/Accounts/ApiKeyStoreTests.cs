using Xunit;

namespace NtmServerless.Storage.Tests.Accounts;

/// <summary>Keys are known by their hash alone.</summary>
public sealed class ApiKeyStoreTests(AzuriteServer azurite)
{
    private const string Secret = "ntm_0123456789abcdefghijklmnop";
    private static readonly Caller Commune = new(Role.Commune, "xa-hai-yen", "Cán bộ xã Hải Yến");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("ntm_another-key-that-nobody-ever-made")]
    public async Task Find_AnUnknownKey_IsNobody(string key)
    {
        ApiKeyStore ring = new((await Office.OpenAsync(azurite)).Storage);
        await ring.AddAsync(Secret, Commune, FixedTime.Start, Cancellation);
        Assert.Null(await ring.FindAsync(key, Cancellation));
        Assert.Null(await ring.FindAsync(new string('x', 201), Cancellation));
    }

    [Fact]
    public async Task Find_AKnownKey_IsRememberedWithoutAsking()
    {
        ApiKeyStore ring = new((await Office.OpenAsync(azurite)).Storage);
        await ring.AddAsync(Secret, Commune, FixedTime.Start, Cancellation);
        Assert.Equal(Commune, await ring.FindAsync(Secret, Cancellation));
        using RequestCount count = new();

        Assert.Equal(Commune, await ring.FindAsync(Secret, Cancellation));

        Assert.Equal(0, count.Requests);
    }

    [Fact]
    public async Task Add_TheSameKeyForAnother_ChangesNothing()
    {
        Office office = await Office.OpenAsync(azurite);
        ApiKeyStore ring = new(office.Storage);
        CallerKey made = await ring.AddAsync(Secret, Commune, FixedTime.Start, Cancellation);

        CallerKey again = await ring.AddAsync(Secret, Commune with { Role = Role.Administrator }, FixedTime.Start.AddDays(1), Cancellation);

        Assert.Equal(made, again);
        Assert.DoesNotContain(Secret, made.Id, StringComparison.Ordinal);
        Assert.Equal(Commune, await new ApiKeyStore(office.Beside().Storage).FindAsync(Secret, Cancellation));
    }

    [Fact]
    public async Task Revoke_TheKeyIsNobodysFromThenOn()
    {
        Office office = await Office.OpenAsync(azurite);
        ApiKeyStore ring = new(office.Storage);
        CallerKey made = await ring.AddAsync(Secret, Commune, FixedTime.Start, Cancellation);
        await ring.FindAsync(Secret, Cancellation);

        CallerKey revoked = await ring.RevokeAsync(made.Id, FixedTime.Start, Cancellation);
        CallerKey again = await ring.RevokeAsync(made.Id, FixedTime.Start.AddDays(1), Cancellation);

        Assert.Null(await ring.FindAsync(Secret, Cancellation));
        Assert.Null(await new ApiKeyStore(office.Beside().Storage).FindAsync(Secret, Cancellation));
        Assert.Equal((FixedTime.Start, revoked), (revoked.RevokedAt, again));
        await Assert.ThrowsAsync<RecordMissingException>(() => ring.RevokeAsync("0123", FixedTime.Start, Cancellation));
        await Assert.ThrowsAsync<RecordMissingException>(() => ring.RevokeAsync("a/b", FixedTime.Start, Cancellation));
    }

    [Fact]
    public async Task Revoke_WhenTheAnswerIsLostOrTwoRevokeAtOnce_IsRevoked()
    {
        Office office = await Office.OpenAsync(azurite);
        CallerKey made = await new ApiKeyStore(office.Storage).AddAsync(Secret, Commune, FixedTime.Start, Cancellation);
        int left = 1;
        ApiKeyStore shaky = new(office.Beside(new Faults(
            r => r.Method == Azure.Core.RequestMethod.Put && Interlocked.Decrement(ref left) >= 0 ? Fault.AnswerLost : Fault.None)).Storage);

        CallerKey revoked = await shaky.RevokeAsync(made.Id, FixedTime.Start, Cancellation);

        Assert.Equal(FixedTime.Start, revoked.RevokedAt);
        Assert.Null(await new ApiKeyStore(office.Storage).FindAsync(Secret, Cancellation));
    }
}
