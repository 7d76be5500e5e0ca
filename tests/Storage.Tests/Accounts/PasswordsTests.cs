using System.Diagnostics;
using Xunit;

namespace NtmServerless.Storage.Tests.Accounts;

/// <summary>Five tries, then waiting; nothing tells whether a name exists.</summary>
public sealed class PasswordsTests(AzuriteServer azurite)
{
    private const string Right = "con trâu đi trước";
    private static readonly TryOrigin Here = TryOrigin.Stranger("10.0.0.1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_AfterFiveWrong_IsClosedThere_ForAWhile_AndOpenElsewhere()
    {
        (Passwords passwords, _, _) = await WithHoaAsync();
        SignInOutcome last = SignInOutcome.OfNobody;
        for (int i = 0; i < SignInTries.FreeOfOne; i++)
        {
            Assert.Null(last.ClosedUntil);
            last = await passwords.SignInAsync("hoa", "sai", Here, FixedTime.Start, Cancellation);
            Assert.Equal(("hoa", true, true), (last.Account?.UserName, last.Right is null, last.WasLookedAt));
        }

        DateTimeOffset opens = FixedTime.Start + SignInTries.Shortest;
        Assert.Equal(opens, last.ClosedUntil);
        SignInOutcome early = await passwords.SignInAsync("hoa", Right, Here, opens - TimeSpan.FromSeconds(1), Cancellation);
        Assert.Equal((true, false, opens), (early.Right is null, early.WasLookedAt, early.ClosedUntil));
        Assert.NotNull((await passwords.SignInAsync("hoa", Right, TryOrigin.Stranger("10.0.0.2"), FixedTime.Start, Cancellation)).Right);
        Assert.NotNull((await passwords.SignInAsync(" HOA", Right, Here, opens, Cancellation)).Right);
        Assert.Null((await passwords.SignInAsync("hoa", "sai", Here, opens, Cancellation)).ClosedUntil);
    }

    [Theory]
    [InlineData(System.Text.NormalizationForm.FormC)]
    [InlineData(System.Text.NormalizationForm.FormD)]
    public async Task SignIn_WithAccentsAsAnotherKeyboardSendsThem_IsRight(System.Text.NormalizationForm form)
    {
        (Passwords passwords, _, _) = await WithHoaAsync();
        Assert.NotNull((await passwords.SignInAsync("hoa", Right.Normalize(form), Here, FixedTime.Start, Cancellation)).Right);
    }

    [Fact]
    public async Task Row_OfAnAccount_DoesNotSayFromWhere()
    {
        (Passwords passwords, AccountStore book, _) = await WithHoaAsync();
        await passwords.SignInAsync("hoa", "sai", Here, FixedTime.Start, Cancellation);
        WrongTries kept = Assert.Single((await book.Rows.GetAsync(AccountStore.IdOf("hoa"), Cancellation)).Value.Tries!.Origins);
        Assert.Matches("^[0-9a-f]{16}$", kept.From);
    }

    [Fact]
    public async Task SignIn_WrongFromManyProcessesAtOnce_LocksAsOneAfterTheOtherWould()
    {
        (_, _, Office office) = await WithHoaAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            Passwords elsewhere = new(new AccountStore(office.Beside().Storage, office.Time));
            try
            {
                await elsewhere.SignInAsync("hoa", "sai", Here, FixedTime.Start, Cancellation);
            }
            catch (RecordBusyException)
            {
                // Refused without a look at the password.
            }
        }));

        Assert.Null((await new Passwords(new AccountStore(office.Beside().Storage, office.Time)).SignInAsync("hoa", Right, Here, FixedTime.Start, Cancellation)).Right);
    }

    [Fact]
    public async Task SignIn_ForANameThatNobodyHas_CostsAsManyRequestsAndAHash()
    {
        (Passwords passwords, _, _) = await WithHoaAsync();
        await passwords.SignInAsync("nobody", "sai", Here, FixedTime.Start, Cancellation);
        (long wrongRequests, TimeSpan wrong) = await CostAsync(passwords, "hoa");
        (long unknownRequests, TimeSpan unknown) = await CostAsync(passwords, "khong.co");

        Assert.Equal(wrongRequests, unknownRequests);
        // The hash alone takes tens of milliseconds; without one the answer would come in a few.
        Assert.True(unknown > wrong / 4, $"{unknown.TotalMilliseconds:0} ms and {wrong.TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task Change_EndsSessionsAndWantsTheCurrentOne()
    {
        (Passwords passwords, AccountStore book, _) = await WithHoaAsync();
        AccountSession before = (await passwords.SignInAsync("hoa", Right, Here, FixedTime.Start, Cancellation)).Right!;

        Assert.Null((await passwords.ChangeAsync(before.Account.Id, "sai", "một câu khác", TryOrigin.Session("s"), FixedTime.Start, Cancellation)).Right);
        AccountSession after = (await passwords.ChangeAsync(before.Account.Id, Right, "một câu khác", TryOrigin.Session("s"), FixedTime.Start, Cancellation)).Right!;

        Assert.NotEqual(before.Stamp, after.Stamp);
        Assert.Equal(after.Stamp, (await book.FindSessionAsync(before.Account.Id, Cancellation))?.Stamp);
        Assert.Null((await passwords.SignInAsync("hoa", Right, Here, FixedTime.Start, Cancellation)).Right);
        Assert.NotNull((await passwords.SignInAsync("hoa", "một câu khác", Here, FixedTime.Start, Cancellation)).Right);
    }

    [Fact]
    public async Task Give_TakesTheLockOff_AndItsRepeatChangesNothing()
    {
        (Passwords passwords, _, _) = await WithHoaAsync();
        for (int i = 0; i < SignInTries.FreeOfOne; i++) await passwords.SignInAsync("hoa", "sai", Here, FixedTime.Start, Cancellation);
        string id = AccountStore.IdOf("hoa");

        Account given = await passwords.GiveAsync(id, "được cấp", "reset 1", Cancellation);
        AccountSession session = (await passwords.SignInAsync("hoa", "được cấp", Here, FixedTime.Start, Cancellation)).Right!;
        await passwords.GiveAsync(id, "được cấp", "reset 1", Cancellation);

        Assert.True(given.MustChangePassword);
        Assert.Equal(session.Stamp, (await passwords.SignInAsync("hoa", "được cấp", Here, FixedTime.Start, Cancellation)).Right?.Stamp);
    }

    private async Task<(Passwords Passwords, AccountStore Book, Office Office)> WithHoaAsync()
    {
        Office office = await Office.OpenAsync(azurite);
        AccountStore book = new(office.Storage, office.Time);
        await book.MakeAsync(AccountStoreTests.Of("hoa"), Right, "made", Cancellation);
        return (new Passwords(book), book, office);
    }

    private static async Task<(long Requests, TimeSpan Time)> CostAsync(Passwords passwords, string userName)
    {
        using RequestCount count = new();
        long start = Stopwatch.GetTimestamp();
        await passwords.SignInAsync(userName, "sai", Here, FixedTime.Start, Cancellation);
        return (count.Requests, Stopwatch.GetElapsedTime(start));
    }
}
