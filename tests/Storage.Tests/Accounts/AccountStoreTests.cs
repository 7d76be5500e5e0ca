using Xunit;

namespace NtmServerless.Storage.Tests.Accounts;

/// <summary>Accounts: one a user name, always an administrator, changes that reach everybody.</summary>
public sealed class AccountStoreTests(AzuriteServer azurite)
{
    private const string Code = "LD-ABCDE-FGHJK-LMNPQ-RSTUV";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Make_RepeatedIsTheSame_ButTheNameIsTaken()
    {
        Office office = await Office.OpenAsync(azurite);
        AccountStore book = new(office.Storage);
        Account made = await book.MakeAsync(Of("hoa"), "mật khẩu được cấp", "one", Cancellation);

        Assert.Equal(made, await book.MakeAsync(Of("hoa", Role.Committee), "another", "one", Cancellation));
        AccountTakenException taken = await Assert.ThrowsAsync<AccountTakenException>(() => book.MakeAsync(Of("hoa"), "another", "two", Cancellation));
        Assert.Equal("userName", taken.Field);
        Assert.Equal(made, Assert.Single(await new AccountStore(office.Beside().Storage).ListAsync(Cancellation)));
    }

    [Fact]
    public async Task Make_TwoWithOneNameAtTheSameTime_MakesOne()
    {
        Office office = await Office.OpenAsync(azurite);
        AccountStore[] books = [.. Enumerable.Range(0, 6).Select(_ => new AccountStore(office.Beside().Storage))];
        bool[] made = await Task.WhenAll(books.Select(async (book, i) =>
        {
            try
            {
                await book.MakeAsync(Of("hoa"), "mật khẩu được cấp", $"submission {i}", Cancellation);
                return true;
            }
            catch (AccountTakenException)
            {
                return false;
            }
        }));
        Assert.Single(made, m => m);
    }

    [Fact]
    public async Task ExternalId_BelongsToOneAccount_AndMoves()
    {
        Office office = await Office.OpenAsync(azurite);
        AccountStore book = new(office.Storage);
        Account hoa = await book.MakeAsync(Of("hoa") with { ExternalId = "hoa@vn" }, "mật khẩu", "1", Cancellation);
        Account lan = await book.MakeAsync(Of("lan"), "mật khẩu", "2", Cancellation);

        await Assert.ThrowsAsync<AccountTakenException>(() => book.ChangeAsync(lan.Id, a => a with { ExternalId = "hoa@vn" }, Cancellation));
        await Assert.ThrowsAsync<AccountTakenException>(() => book.MakeAsync(Of("mai") with { ExternalId = "hoa@vn" }, "mật khẩu", "3", Cancellation));
        Assert.Equal(hoa.Id, (await book.FindExternalAsync(" HOA@vn", Cancellation))?.Account.Id);
        await book.ChangeAsync(hoa.Id, a => a with { ExternalId = null }, Cancellation);
        await book.ChangeAsync(lan.Id, a => a with { ExternalId = "hoa@vn" }, Cancellation);

        Assert.Equal(lan.Id, (await book.FindExternalAsync("hoa@vn", Cancellation))?.Account.Id);
        Assert.Null(await book.FindExternalAsync("ai@vn", Cancellation));
    }

    [Fact]
    public async Task FirstCode_TwoUseItAtOnce_OneBecomesAdministrator()
    {
        Office office = await Office.OpenAsync(azurite);
        AccountStore book = new(office.Storage);
        await book.SetFirstCodeAsync(Code, Cancellation);
        Assert.True(await book.IsFirstCodeAsync("ld abcde fghjk lmnpq rstuv", Cancellation));
        Assert.False(await book.IsFirstCodeAsync("LD-AAAAA", Cancellation));

        int[] made = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            AccountStore other = new(office.Beside().Storage);
            try
            {
                await other.MakeFirstAsync(Of($"quan.tri{i}", Role.Administrator), "mật khẩu của tôi", Code, Cancellation);
                return 1;
            }
            catch (RuleBrokenException refused) when (refused.Rule == Rule.FirstCodeWrong)
            {
                return 0;
            }
        }));

        Assert.Equal(1, made.Sum());
        Assert.Single(await book.ListAsync(Cancellation));
        Assert.False(await book.IsFirstCodeAsync(Code, Cancellation));
        Assert.True(await book.HasAdministratorAsync(Cancellation));
    }

    [Fact]
    public async Task FirstCode_OnceThereIsAnAdministrator_IsWorthNothing()
    {
        AccountStore book = new((await Office.OpenAsync(azurite)).Storage);
        await book.SetFirstCodeAsync(Code, Cancellation);
        await book.MakeAsync(Of("chinh", Role.Administrator), "mật khẩu", "1", Cancellation);

        Assert.False(await book.IsFirstCodeAsync(Code, Cancellation));
        await Assert.ThrowsAsync<RuleBrokenException>(() => book.MakeFirstAsync(Of("khac", Role.Administrator), "mật khẩu", Code, Cancellation));
    }

    [Fact]
    public async Task Administrators_WhoDisableEachOtherAtOnce_LeaveOne()
    {
        Office office = await Office.OpenAsync(azurite);
        AccountStore book = new(office.Storage);
        Account[] both =
        [
            await book.MakeAsync(Of("mot", Role.Administrator), "mật khẩu", "1", Cancellation),
            await book.MakeAsync(Of("hai", Role.Administrator), "mật khẩu", "2", Cancellation),
        ];

        string[] refused = await Task.WhenAll(both.Select(async account =>
        {
            try
            {
                await new AccountStore(office.Beside().Storage).ChangeAsync(account.Id, a => a with { IsDisabled = true }, Cancellation);
                return "";
            }
            catch (RuleBrokenException rule)
            {
                return rule.Rule;
            }
        }));

        Assert.Equal(["", Rule.LastAdministrator], refused.Order(StringComparer.Ordinal));
        Account last = Assert.Single(await book.ListAsync(Cancellation), a => !a.IsDisabled);
        await Assert.ThrowsAsync<RuleBrokenException>(() => book.ChangeAsync(last.Id, a => a with { Role = Role.Commune }, Cancellation));
    }

    [Fact]
    public async Task Session_OfADisabledOrMissingAccount_IsNone_AndIsRememberedOtherwise()
    {
        AccountStore book = new((await Office.OpenAsync(azurite)).Storage);
        Account hoa = await book.MakeAsync(Of("hoa"), "mật khẩu", "1", Cancellation);
        AccountSession before = (await book.FindSessionAsync(hoa.Id, Cancellation))!;
        using (RequestCount count = new())
        {
            Assert.Equal(before.Stamp, (await book.FindSessionAsync(hoa.Id, Cancellation))?.Stamp);
            Assert.Equal(0, count.Requests);
        }

        await book.EndSessionAsync(hoa.Id, "session-1", FixedTime.Start.AddHours(12), FixedTime.Start, Cancellation);
        await book.EndSessionAsync(hoa.Id, "session-2", FixedTime.Start.AddHours(30), FixedTime.Start.AddHours(13), Cancellation);
        Assert.Equal(["session-2"], (await book.FindSessionAsync(hoa.Id, Cancellation))!.EndedSessions);
        await book.ChangeAsync(hoa.Id, a => a with { IsDisabled = true }, Cancellation);
        Assert.Null(await book.FindSessionAsync(hoa.Id, Cancellation));
        await book.ChangeAsync(hoa.Id, a => a with { IsDisabled = false }, Cancellation);
        Assert.NotEqual(before.Stamp, (await book.FindSessionAsync(hoa.Id, Cancellation))?.Stamp);
        Assert.Null(await book.FindSessionAsync("0123", Cancellation));
        await Assert.ThrowsAsync<RecordMissingException>(() => book.GetAsync("a/b", Cancellation));
    }

    internal static Account Of(string userName, Role role = Role.Commune) =>
        new(AccountStore.IdOf(userName), userName, $"Cán bộ {userName}", role, "xa-gia-cat", FixedTime.Start, MustChangePassword: false);
}
