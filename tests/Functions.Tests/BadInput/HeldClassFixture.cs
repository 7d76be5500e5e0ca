using Xunit;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>A class that is being held, so that it takes evidence.</summary>
public sealed class HeldClassFixture(RunningApp app) : IAsyncLifetime
{
    public string Id { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!AzuriteServer.IsInstalled) return;
        DateTimeOffset day = (await app.NowAsync()).AddDays(3);
        Id = await app.Administrator.OpenClassAsync(closes: day.AddDays(-2), day: day);
        await app.Public.RegisteredAsync(Id, SampleClass.Person(1));
        await app.AdvanceAsync(day.AddDays(1));
        await app.Administrator.ReachesAsync(Id, "reporting");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
