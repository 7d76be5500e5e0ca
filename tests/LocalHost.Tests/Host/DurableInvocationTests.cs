using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Tests.Host.Support;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

/// <summary>Activities and the durable client through the official worker; what the engine makes of them is tested beside it.</summary>
public sealed class DurableInvocationTests(SharedHost shared)
{
    [Theory]
    [InlineData("ADD", """{"Left":2,"Right":3}""", "5")]
    [InlineData("shout", "\"ơi\"", "\"\\u01A1i! i1\"")]
    [InlineData("silent", null, null)]
    public async Task Activity_IsFoundWithoutCase_AndGivesJson(string name, string? input, string? output)
    {
        IFunctionInvoker invoker = await InvokerAsync();

        Assert.True(invoker.HasActivity(name));
        Assert.False(invoker.HasOrchestrator(name));
        Assert.Equal(output, await invoker.RunActivityAsync(name, "i1", input, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Activity_ThatFails_GivesItsOwnException()
    {
        IFunctionInvoker invoker = await InvokerAsync();

        FunctionFailedException failed = await Assert.ThrowsAsync<FunctionFailedException>(
            () => invoker.RunActivityAsync("fail", "i1", null, null, TestContext.Current.CancellationToken));

        Assert.Equal(("System.FormatException", "expected by the test"), (failed.Failure.ErrorType, failed.Failure.ErrorMessage));
    }

    [Fact]
    public async Task Instance_StartedAndToldByTheAppsClient_RunsToItsEnd()
    {
        RunningHost host = await shared.HostAsync();
        string id = Guid.NewGuid().ToString();

        Assert.Equal(id, await host.PostAsync($"/api/start/five/{id}"));
        await host.PostAsync($"/api/raise/{id}/go", "7");

        Assert.Equal("Completed 12", await host.GetAsync($"/api/end/{id}"));
    }

    private async Task<IFunctionInvoker> InvokerAsync() => (await shared.HostAsync()).App.Services.GetRequiredService<IFunctionInvoker>();
}
