using Xunit;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>A class that takes registrations, and another one, for the tests of one test class.</summary>
public sealed class OpenClassFixture(RunningApp app) : IAsyncLifetime
{
    public string Id { get; private set; } = "";

    public string OtherId { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!AzuriteServer.IsInstalled) return;
        Id = await app.Administrator.OpenClassAsync();
        OtherId = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(lead: TestPlan.OtherCommune));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
