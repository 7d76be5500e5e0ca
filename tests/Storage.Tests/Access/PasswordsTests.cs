using System.Diagnostics;
using NtmServerless.Domain.Access;
using NtmServerless.Storage.Access;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Tests.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Storage.Tests.Access;

/// <summary>Five tries, then a lock; nothing tells whether a name exists.</summary>
public sealed class PasswordsTests(AzuriteServer azurite)
{
    private const string Right = "con trâu đi trước";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_AfterFiveWrong_IsLockedForFifteenMinutes()
    {
        (Passwords passwords, _, _) = await WithHoaAsync();
        for (int i = 0; i < Passwords.MostFailures; i++) Assert.Null(await passwords.SignInAsync("hoa", "sai", FixedTime.Start, Cancellation));

        Assert.Null(await passwords.SignInAsync("hoa", Right, FixedTime.Start, Cancellation));
        Assert.Null(await passwords.SignInAsync("hoa", Right, FixedTime.Start + Passwords.LockedFor - TimeSpan.FromSeconds(1), Cancellation));
        Assert.NotNull(await passwords.SignInAsync(" HOA", Right, FixedTime.Start + Passwords.LockedFor, Cancellation));
        Assert.Equal(TimeSpan.FromMinutes(15), Passwords.LockedFor);
    }

    [Fact]
    public async Task SignIn_WrongAgainAfterTheLock_HasFiveTriesAgain()
    {
        (Passwords passwords, _, _) = await WithHoaAsync();
        for (int i = 0; i < Passwords.MostFailures; i++) await passwords.SignInAsync("hoa", "sai", FixedTime.Start, Cancellation);
        DateTimeOffset later = FixedTime.Start + Passwords.LockedFor;
        for (int i = 0; i < Passwords.MostFailures - 1; i++) await passwords.SignInAsync("hoa", "sai", later, Cancellation);

        Assert.NotNull(await passwords.SignInAsync("hoa", Right, later, Cancellation));
    }

    [Fact]
    public async Task SignIn_WrongFromManyProcessesAtOnce_LocksAsOneAfterTheOtherWould()
    {
        (_, _, Office office) = await WithHoaAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            Passwords elsewhere = new(new AccountBook(office.Beside().Storage));
            try
            {
                await elsewhere.SignInAsync("hoa", "sai", FixedTime.Start, Cancellation);
            }
            catch (RecordBusyException)
            {
                // Refused without a look at the password.
            }
        }));

        Assert.Null(await new Passwords(new AccountBook(office.Beside().Storage)).SignInAsync("hoa", Right, FixedTime.Start, Cancellation));
    }

    [Fact]
    public async Task SignIn_ForANameThatNobodyHas_CostsAsManyRequestsAndAHash()
    {
        (Passwords passwords, _, _) = await WithHoaAsync();
        await passwords.SignInAsync("nobody", "sai", FixedTime.Start, Cancellation);
        (long wrongRequests, TimeSpan wrong) = await CostAsync(passwords, "hoa");
        (long unknownRequests, TimeSpan unknown) = await CostAsync(passwords, "khong.co");

        Assert.Equal(wrongRequests, unknownRequests);
        // The hash alone takes tens of milliseconds; without one the answer would come in a few.
        Assert.True(unknown > wrong / 4, $"{unknown.TotalMilliseconds:0} ms and {wrong.TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task Change_EndsSessionsAndWantsTheCurrentOne()
    {
        (Passwords passwords, AccountBook book, _) = await WithHoaAsync();
        AccountSession before = (await passwords.SignInAsync("hoa", Right, FixedTime.Start, Cancellation))!;

        Assert.Null(await passwords.ChangeAsync(before.Account.Id, "sai", "một câu khác", FixedTime.Start, Cancellation));
        AccountSession after = (await passwords.ChangeAsync(before.Account.Id, Right, "một câu khác", FixedTime.Start, Cancellation))!;

        Assert.NotEqual(before.Stamp, after.Stamp);
        Assert.Equal(after.Stamp, (await book.FindSessionAsync(before.Account.Id, Cancellation))?.Stamp);
        Assert.Null(await passwords.SignInAsync("hoa", Right, FixedTime.Start, Cancellation));
        Assert.NotNull(await passwords.SignInAsync("hoa", "một câu khác", FixedTime.Start, Cancellation));
    }

    [Fact]
    public async Task Give_TakesTheLockOff_AndItsRepeatChangesNothing()
    {
        (Passwords passwords, _, _) = await WithHoaAsync();
        for (int i = 0; i < Passwords.MostFailures; i++) await passwords.SignInAsync("hoa", "sai", FixedTime.Start, Cancellation);
        string id = AccountBook.IdOf("hoa");

        Account given = await passwords.GiveAsync(id, "được cấp", "reset 1", Cancellation);
        AccountSession session = (await passwords.SignInAsync("hoa", "được cấp", FixedTime.Start, Cancellation))!;
        await passwords.GiveAsync(id, "được cấp", "reset 1", Cancellation);

        Assert.True(given.MustChangePassword);
        Assert.Equal(session.Stamp, (await passwords.SignInAsync("hoa", "được cấp", FixedTime.Start, Cancellation))?.Stamp);
    }

    private async Task<(Passwords Passwords, AccountBook Book, Office Office)> WithHoaAsync()
    {
        Office office = await Office.OpenAsync(azurite);
        AccountBook book = new(office.Storage);
        await book.MakeAsync(AccountBookTests.Of("hoa"), Right, "made", Cancellation);
        return (new Passwords(book), book, office);
    }

    private static async Task<(long Requests, TimeSpan Time)> CostAsync(Passwords passwords, string userName)
    {
        using RequestCount count = new();
        long start = Stopwatch.GetTimestamp();
        await passwords.SignInAsync(userName, "sai", FixedTime.Start, Cancellation);
        return (count.Requests, Stopwatch.GetElapsedTime(start));
    }
}
