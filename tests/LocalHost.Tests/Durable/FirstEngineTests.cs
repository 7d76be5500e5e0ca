using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

/// <summary>Data folders that the first engine wrote (one row a turn, none in the header, every message a row) go on.</summary>
public sealed class FirstEngineTests(AzuriteServer azurite)
{
    private const string Incarnation = "0f3c2a5e9d7b4c6e8a1b2c3d4e5f6071";

    private static TableEntity Header(string id, string orchestrator, int execution, int turn, bool isBusy) => new(id, "header")
    {
        ["Name"] = orchestrator,
        ["Incarnation"] = Incarnation,
        ["CreatedAt"] = new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero),
        ["Status"] = "Running",
        ["IsCompleted"] = false,
        ["Version"] = "",
        ["Execution"] = execution,
        ["Turn"] = turn,
        ["LastUpdatedAt"] = new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero),
        ["LastTurnAt"] = new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero),
        ["IsBusy"] = isBusy,
        ["HasBlobs"] = false,
        ["Input"] = "=5",
    };

    private static TableEntity Turn(string id, int execution, int number, string received, string decided) =>
        new(id, $"h-{Incarnation}-{execution:D6}-{number:D6}")
        {
            ["Turn"] = $$"""={"Number":{{number}},"At":"2024-04-01T00:00:00+00:00","MachineAt":"2026-11-20T01:02:03.4567891+00:00","Received":[{{received}}],"Decided":[{{decided}}]}""",
        };

    [Fact]
    public async Task Start_InstanceInFlight_GoesOnWhereItWas()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.Crash();
        host.App.Activity<int>("double", number => number * 2);
        host.App.Orchestrator("old", async context =>
        {
            int doubled = await context.CallActivityAsync<int>("double", context.GetInput<int>());
            int added = await context.WaitForExternalEvent<int>("add");
            return await context.CallActivityAsync<int>("double", doubled + added);
        });
        await host.Table.AddEntityAsync(Header("flight", "old", 1, 2, isBusy: false), DurableTestHost.Cancellation);
        await host.Table.AddEntityAsync(
            Turn("flight", 1, 1, "", """{"kind":"activity","Id":0,"Name":"double","Input":"5"}"""), DurableTestHost.Cancellation);
        await host.Table.AddEntityAsync(
            Turn("flight", 1, 2, """{"kind":"activityCompleted","Id":0,"Result":"10"}""", ""), DurableTestHost.Cancellation);
        TableEntity message = new("flight", "i-0638500000000000000-0f3c2a5e9d7b4c6e8a1b2c3d4e5f6072")
        {
            ["Incarnation"] = Incarnation,
            ["Kind"] = "Event",
            ["Name"] = "add",
            ["Payload"] = "=3",
        };
        await host.Table.AddEntityAsync(message, DurableTestHost.Cancellation);

        await host.StartAgainAsync();

        Assert.Equal(26, await host.OutputAsync<int>("flight"));
        Assert.Equal(1, host.App.Runs["double"]);
        await host.IdleAsync();
        Assert.DoesNotContain(await host.RowKeysAsync(), key => key.StartsWith("i-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_InstanceWithAnActivityUnderWayAndCarriedEvents_GoesOnAndEndsItsExecution()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.Crash();
        host.App.Activity<int>("double", number => number * 2);
        host.App.Orchestrator("old", async context =>
        {
            int doubled = await context.CallActivityAsync<int>("double", context.GetInput<int>());
            int carried = await context.WaitForExternalEvent<int>("later");
            if (doubled > 50)
                return doubled + carried;
            context.ContinueAsNew(doubled + carried);
            return null;
        });
        await host.Table.AddEntityAsync(Header("carried", "old", 7, 1, isBusy: true), DurableTestHost.Cancellation);
        await host.Table.AddEntityAsync(
            Turn("carried", 7, 0, """{"kind":"event","Name":"later","Payload":"20"},{"kind":"event","Name":"later","Payload":"1"}""", ""),
            DurableTestHost.Cancellation);
        await host.Table.AddEntityAsync(
            Turn("carried", 7, 1, "", """{"kind":"activity","Id":0,"Name":"double","Input":"5"}"""), DurableTestHost.Cancellation);

        await host.StartAgainAsync();

        Assert.Equal(61, await host.OutputAsync<int>("carried"));
        await host.IdleAsync();
        Assert.Equal(["header"], await host.RowKeysAsync());
    }

    [Fact]
    public async Task Start_InstanceThatWaitsForATimer_IsDueWhenItWas()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.Crash();
        DateTimeOffset due = host.Time.GetUtcNow().AddDays(40);
        host.App.Orchestrator("old", async context =>
        {
            await context.CreateTimer(due.UtcDateTime, CancellationToken.None);
            return context.GetInput<int>();
        });
        TableEntity header = Header("timer", "old", 1, 1, isBusy: false);
        header["NextTimer"] = due;
        await host.Table.AddEntityAsync(header, DurableTestHost.Cancellation);
        await host.Table.AddEntityAsync(
            Turn("timer", 1, 1, "", $$"""{"kind":"timer","Id":0,"FireAt":"{{due:O}}"}"""), DurableTestHost.Cancellation);

        await host.StartAgainAsync();
        Assert.Equal(due, host.Engine.NextDue);
        await host.MoveToAsync(due);

        Assert.Equal(5, await host.OutputAsync<int>("timer"));
    }

    [Fact]
    public async Task Load_HistoryWithAHole_StopsTheInstanceWhereItIsAndSaysSo()
    {
        using DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.App.Orchestrator("old", async context => await context.WaitForExternalEvent<int>("add"));
        await host.Table.AddEntityAsync(Header("hole", "old", 1, 2, isBusy: false), DurableTestHost.Cancellation);
        await host.Table.AddEntityAsync(Turn("hole", 1, 2, "", ""), DurableTestHost.Cancellation);

        Exception damaged = await Assert.ThrowsAnyAsync<Exception>(() => host.RaiseAsync("hole", "add", 1));

        Assert.Contains("damaged", damaged.Message, StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.StateAsync("hole")).RuntimeStatus);
    }
}
