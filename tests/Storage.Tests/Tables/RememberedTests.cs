using Xunit;

namespace NtmServerless.Storage.Tests.Tables;

/// <summary>How long a change takes to reach other processes, by a clock that the test moves.</summary>
public sealed class RememberedTests(AzuriteServer azurite)
{
    private const string Secret = "a-secret-of-a-caller-that-is-long-enough";

    private readonly FixedTime _time = new();
    private int _asked;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_Again_AsksAfterThirtySeconds()
    {
        Remembered<string> memory = new(_time);

        Assert.Equal("1", await AskAsync(memory));
        _time.Now += TimeSpan.FromSeconds(29.9);
        Assert.Equal("1", await AskAsync(memory));
        _time.Now += TimeSpan.FromSeconds(0.1);
        Assert.Equal("2", await AskAsync(memory));
    }

    [Fact]
    public async Task Find_AfterItWasForgotten_Asks()
    {
        Remembered<string> memory = new(_time);
        await AskAsync(memory);

        memory.Forget("key");

        Assert.Equal("2", await AskAsync(memory));
    }

    [Fact]
    public async Task Find_WhatIsNotThere_AsksEachTime()
    {
        Remembered<string> memory = new(_time);

        Assert.Null(await memory.FindAsync("key", () => Task.FromResult<string?>(null)));

        Assert.Equal("1", await AskAsync(memory));
    }

    [Fact]
    public async Task Key_RevokedByAnotherProcess_IsNobodysAfterThirtySeconds()
    {
        Office office = await Office.OpenAsync(azurite);
        Caller caller = new(Role.Commune, "xa-gia-cat", "Xã Gia Cát");
        ApiKeyStore one = new(office.Storage, _time), other = new(office.Beside().Storage, _time);
        CallerKey made = await one.AddAsync(Secret, caller, FixedTime.Start, Cancellation);
        Assert.Equal(caller, await one.FindAsync(Secret, Cancellation));

        await other.RevokeAsync(made.Id, FixedTime.Start, Cancellation);

        Assert.Equal(caller, await one.FindAsync(Secret, Cancellation));
        _time.Now += TimeSpan.FromSeconds(30);
        Assert.Null(await one.FindAsync(Secret, Cancellation));
    }

    private Task<string?> AskAsync(Remembered<string> memory) => memory.FindAsync("key", () => Task.FromResult<string?>($"{++_asked}"));
}
