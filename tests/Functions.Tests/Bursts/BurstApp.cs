using Xunit;

namespace NtmServerless.Functions.Tests.Bursts;

/// <summary>An app and a storage of their own, so that thousands of rows do not slow the other tests down.</summary>
public sealed class BurstApp : IAsyncLifetime
{
    public RunningApp App { get; } = new();

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
