using Xunit;

namespace NtmServerless.Storage.Tests.Accounts;

/// <summary>A link to choose another password: one an account, once, for an hour, and nothing in the storage leads to it.</summary>
public sealed class ResetLinksTests(AzuriteServer azurite)
{
    private const string Before = "mật khẩu của lúc trước";
    private const string After = "một câu mới do tôi chọn";
    private static readonly DateTimeOffset Now = FixedTime.Start;
    private static readonly string Hoa = AccountStore.IdOf("hoa");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Use_AGoodLink_SetsThePasswordOnceAndEndsSessions()
    {
        (ResetLinks links, AccountStore book) = await WithHoaAsync();
        string stamp = (await book.FindSessionAsync(Hoa, Cancellation))!.Stamp;
        string token = (await links.MakeAsync(Hoa, Now, Cancellation))!;

        Assert.Equal("hoa", (await links.FindAsync(token, Now, Cancellation))?.UserName);
        Account? used = await links.UseAsync(token, After, Now, Cancellation);
        Account? again = await links.UseAsync(token, "một câu khác nữa", Now, Cancellation);

        Assert.False(used!.MustChangePassword);
        Assert.Null(again);
        Assert.Null(await links.FindAsync(token, Now, Cancellation));
        Assert.NotEqual(stamp, (await book.FindSessionAsync(Hoa, Cancellation))?.Stamp);
        Assert.True(await SignsInAsync(book, After));
        Assert.False(await SignsInAsync(book, Before));
    }

    [Fact]
    public async Task Use_ManyAtOnce_SetsOnePassword()
    {
        (ResetLinks links, AccountStore book) = await WithHoaAsync();
        string token = (await links.MakeAsync(Hoa, Now, Cancellation))!;
        Account?[] used = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => links.UseAsync(token, $"{After} {i}", Now, Cancellation)));
        int winner = Assert.Single(Enumerable.Range(0, used.Length), i => used[i] is not null);
        Assert.True(await SignsInAsync(book, $"{After} {winner}"));
    }

    [Fact]
    public async Task Link_AfterAnHour_IsNotGood()
    {
        (ResetLinks links, AccountStore book) = await WithHoaAsync();
        string token = (await links.MakeAsync(Hoa, Now, Cancellation))!;

        Assert.NotNull(await links.FindAsync(token, Now + ResetLinkRule.Lasts - TimeSpan.FromSeconds(1), Cancellation));
        Assert.Null(await links.FindAsync(token, Now + ResetLinkRule.Lasts, Cancellation));
        Assert.Null(await links.UseAsync(token, After, Now + ResetLinkRule.Lasts, Cancellation));
        Assert.True(await SignsInAsync(book, Before));
    }

    [Fact]
    public async Task Make_AgainSoon_SendsNoSecondOne_AndLaterReplacesTheFirst()
    {
        (ResetLinks links, _) = await WithHoaAsync();
        string first = (await links.MakeAsync(Hoa, Now, Cancellation))!;
        Assert.Null(await links.MakeAsync(Hoa, Now + ResetLinkRule.Pause - TimeSpan.FromSeconds(1), Cancellation));
        Assert.NotNull(await links.FindAsync(first, Now, Cancellation));
        string second = (await links.MakeAsync(Hoa, Now + ResetLinkRule.Pause, Cancellation))!;
        Assert.Null(await links.FindAsync(first, Now + ResetLinkRule.Pause, Cancellation));
        Assert.NotNull(await links.FindAsync(second, Now + ResetLinkRule.Pause, Cancellation));

        await links.ForgetAsync(second, Cancellation);
        Assert.Null(await links.FindAsync(second, Now + ResetLinkRule.Pause, Cancellation));
        Assert.NotNull(await links.MakeAsync(Hoa, Now + ResetLinkRule.Pause, Cancellation));
    }

    [Fact]
    public async Task Link_WhenThePasswordWasChangedOtherwise_IsNotGood()
    {
        (ResetLinks links, AccountStore book) = await WithHoaAsync();
        Passwords passwords = new(book);
        string token = (await links.MakeAsync(Hoa, Now, Cancellation))!;
        await passwords.GiveAsync(Hoa, "được cấp", "given", Cancellation);
        Assert.Null(await links.FindAsync(token, Now, Cancellation));

        token = (await links.MakeAsync(Hoa, Now, Cancellation))!;
        Assert.NotNull((await passwords.ChangeAsync(Hoa, "được cấp", After, TryOrigin.Session("s"), Now, Cancellation)).Right);
        Assert.Null(await links.FindAsync(token, Now, Cancellation));

        token = (await links.MakeAsync(Hoa, Now, Cancellation))!;
        await book.ChangeAsync(Hoa, a => a with { IsDisabled = true }, Cancellation);
        Assert.Null(await links.FindAsync(token, Now, Cancellation));
        Assert.Null(await links.MakeAsync(Hoa, Now + ResetLinkRule.Pause, Cancellation));
        await book.ChangeAsync(Hoa, a => a with { IsDisabled = false }, Cancellation);
        Assert.Null(await links.FindAsync(token, Now, Cancellation));
    }

    [Fact]
    public async Task Row_HoldsNothingThatLeadsToTheLink_AndOtherTokensLeadNowhere()
    {
        (ResetLinks links, AccountStore book) = await WithHoaAsync();
        string token = (await links.MakeAsync(Hoa, Now, Cancellation))!;
        string secret = token.Split('.')[1];
        ResetLink kept = (await book.Rows.GetAsync(Hoa, Cancellation)).Value.Reset!;

        Assert.Equal(43, secret.Length);
        Assert.DoesNotContain(secret, kept.ToString(), StringComparison.Ordinal);
        string[] none = ["", ".", token[..^1], token + "A", $"{Hoa}.{kept.Hash}", $"{AccountStore.IdOf("lan")}.{secret}", $"../{Hoa}.{secret}",
            new string('a', 5000)];
        foreach (string wrong in none)
            Assert.Null(await links.FindAsync(wrong, Now, Cancellation));
        Assert.Null(await links.MakeAsync(AccountStore.IdOf("lan"), Now, Cancellation));
    }

    [Fact]
    public async Task EndSessions_ChangesTheStampAndNotThePassword()
    {
        (_, AccountStore book) = await WithHoaAsync();
        string stamp = (await book.FindSessionAsync(Hoa, Cancellation))!.Stamp;
        await book.EndSessionsAsync(Hoa, Cancellation);
        Assert.NotEqual(stamp, (await book.FindSessionAsync(Hoa, Cancellation))!.Stamp);
        Assert.True(await SignsInAsync(book, Before));
    }

    private async Task<(ResetLinks Links, AccountStore Book)> WithHoaAsync()
    {
        Office office = await Office.OpenAsync(azurite);
        AccountStore book = new(office.Storage, office.Time);
        await book.MakeAsync(AccountStoreTests.Of("hoa"), Before, "made", Cancellation);
        return (new ResetLinks(book), book);
    }

    private static async Task<bool> SignsInAsync(AccountStore book, string password) =>
        (await new Passwords(book).SignInAsync("hoa", password, TryOrigin.Stranger(password), Now, Cancellation)).Right is not null;
}
