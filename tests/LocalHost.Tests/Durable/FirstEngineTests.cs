using Azure.Data.Tables;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

/// <summary>
/// Data folders of earlier versions, whose own replay the official worker cannot take up: of the first (one row a turn, none in the
/// header, every message a row), and of the last before this one (turns in the header, retry delays in machine time, cancelled
/// timers, inputs without an array). What is under way there begins anew; what has ended is read.
/// </summary>
public sealed class FirstEngineTests(AzuriteServer azurite)
{
    private const string Incarnation = "0f3c2a5e9d7b4c6e8a1b2c3d4e5f6071";
    private const string Called = """{"kind":"activity","Id":0,"Name":"double","Input":"5"}""";
    private const string Ended = """{"kind":"activityCompleted","Id":0,"Result":"10"}""";

    private static TableEntity Header(string id, int execution, int turn, bool isBusy = false) => new(id, "header")
    {
        ["Name"] = "old",
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

    private static string TurnJson(int number, string received, string decided) =>
        $$"""{"Number":{{number}},"At":"2024-04-01T00:00:00+00:00","MachineAt":"2026-11-20T01:02:03.4567891+00:00","Received":[{{received}}],"Decided":[{{decided}}]}""";

    private static TableEntity Turn(string id, int execution, int number, string received, string decided) =>
        new(id, $"h-{Incarnation}-{execution:D6}-{number:D6}") { ["Turn"] = "=" + TurnJson(number, received, decided) };

    private static TableEntity Message(string id, string payload) => new(id, "i-0638500000000000000-0f3c2a5e9d7b4c6e8a1b2c3d4e5f6072")
    {
        ["Incarnation"] = Incarnation,
        ["Kind"] = "Event",
        ["Name"] = "add",
        ["Payload"] = "=" + payload,
    };

    private static async Task<object?> AddAsync(TaskOrchestrationContext context)
    {
        int doubled = await context.CallActivityAsync<int>("double", context.GetInput<int>());
        int added = await context.WaitForExternalEvent<int>("add");
        return await context.CallActivityAsync<int>("double", doubled + added);
    }

    private async Task<DurableTestHost> StartAsync(Func<TaskOrchestrationContext, Task<object?>> orchestrator, params TableEntity[] rows)
    {
        DurableTestHost host = await DurableTestHost.StartAsync(azurite);
        host.Crash();
        host.App.Activity<int>("double", number => number * 2);
        host.App.Orchestrator<int>("old", orchestrator);
        foreach (TableEntity row in rows)
            await host.Table.AddEntityAsync(row, DurableTestHost.Cancellation);
        await host.StartAgainAsync();
        return host;
    }

    [Fact]
    public async Task Start_InstanceOfTheFirstEngine_BeginsAnewWithEveryEvent()
    {
        await using DurableTestHost host = await StartAsync(
            AddAsync, Header("flight", 1, 2), Turn("flight", 1, 1, "", Called), Turn("flight", 1, 2, Ended, ""), Message("flight", "3"));

        Assert.Equal(26, await host.OutputAsync<int>("flight"));
        Assert.Equal(2, host.App.Runs["double"]);
        await host.IdleAsync();
        Assert.Equal(["header"], await host.RowKeysAsync());
    }

    [Fact]
    public async Task Start_InstanceOfTheVersionBefore_BeginsAnewWithEveryEvent_AndOnlyOnce()
    {
        TableEntity header = Header("before", 3, 4, isBusy: true);
        header["Commit"] = "0f3c2a5e9d7b4c6e8a1b2c3d4e5f6073";
        header["Tail"] = $"[{TurnJson(3, """{"kind":"backOffEnded","Id":2},{"kind":"event","Name":"other","Payload":null,"Trace":null}""", """{"kind":"timerCancelled","Id":1}""")},"
            + $"{TurnJson(4, """{"kind":"event","Name":"add","Payload":"3"}""", """{"kind":"activity","Id":3,"Name":"double","Input":"13","IsDurable":true}""")}]";
        TableEntity turns = new("before", $"h-{Incarnation}-000003-000001")
        {
            ["Turns"] = $"[{TurnJson(1, "", Called + """,{"kind":"timer","Id":1,"FireAt":"2024-05-01T00:00:00+00:00"}""")},"
                + $"{TurnJson(2, """{"kind":"activityFailed","Id":0,"Failure":{"ErrorType":"System.IO.IOException","ErrorMessage":"away","StackTrace":null,"InnerFailure":null}}""", """{"kind":"backOff","Id":2,"DueAt":"2026-11-20T01:02:13+00:00"}""")}]",
        };
        await using DurableTestHost host = await StartAsync(
            async context => $"{await AddAsync(context)} {await context.WaitForExternalEvent<string>("end")}", header, turns);
        await host.IdleAsync();
        Assert.Equal((4, InstanceHeader.CurrentFormat), await host.StoredAsync("before") is { Header: var stored } ? (stored.Execution, stored.Format) : default);

        await host.CrashAndStartAgainAsync();
        await host.RaiseAsync("before", "end", "well");

        Assert.Equal("26 well", await host.OutputAsync<string>("before"));
        Assert.Equal(2, host.App.Runs["double"]);
    }

    [Fact]
    public async Task Start_InstanceWithCarriedEvents_BeginsAnewWithThem()
    {
        await using DurableTestHost host = await StartAsync(
            async context =>
            {
                int doubled = await context.CallActivityAsync<int>("double", context.GetInput<int>());
                int carried = await context.WaitForExternalEvent<int>("later");
                if (doubled > 50)
                    return doubled + carried;
                context.ContinueAsNew(doubled + carried);
                return null;
            },
            Header("carried", 7, 1, isBusy: true),
            Turn("carried", 7, 0, """{"kind":"event","Name":"later","Payload":"20"},{"kind":"event","Name":"later","Payload":"1"}""", ""),
            Turn("carried", 7, 1, "", Called));

        Assert.Equal(61, await host.OutputAsync<int>("carried"));
        await host.IdleAsync();
        Assert.Equal(["header"], await host.RowKeysAsync());
    }

    [Fact]
    public async Task Start_InstanceThatWaitsForATimer_BeginsAnewAndIsDueWhenItWas()
    {
        DateTimeOffset due = new(2024, 4, 3, 0, 0, 0, TimeSpan.Zero);
        TableEntity header = Header("timer", 1, 1);
        header["NextTimer"] = due;
        await using DurableTestHost host = await StartAsync(
            async context =>
            {
                await context.CreateTimer(due.UtcDateTime, CancellationToken.None);
                return context.GetInput<int>();
            },
            header,
            Turn("timer", 1, 1, "", $$"""{"kind":"timer","Id":0,"FireAt":"{{due:O}}"}"""));
        await host.IdleAsync();
        Assert.Equal(due, host.Engine.NextDue);
        await host.MoveToAsync(due);

        Assert.Equal(5, await host.OutputAsync<int>("timer"));
    }

    [Fact]
    public async Task Start_SuspendedInstance_StaysSuspended()
    {
        TableEntity header = Header("halted", 1, 1);
        header["Status"] = "Suspended";
        await using DurableTestHost host = await StartAsync(AddAsync, header, Turn("halted", 1, 1, "", Called), Message("halted", "3"));
        await host.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.StateAsync("halted")).RuntimeStatus);
        Assert.Empty(host.App.Runs);

        await host.Client.ResumeInstanceAsync("halted", DurableTestHost.Cancellation);

        Assert.Equal(26, await host.OutputAsync<int>("halted"));
    }

    [Fact]
    public async Task Start_InstanceThatHadNotBegun_IsNotBegunAnewAgainAndAgain()
    {
        await using DurableTestHost host = await StartAsync(AddAsync, Header("new", 1, 0));
        await host.IdleAsync();

        await host.CrashAndStartAgainAsync();
        await host.RaiseAsync("new", "add", 3);

        Assert.Equal(26, await host.OutputAsync<int>("new"));
        Assert.Equal(2, host.App.Runs["double"]);
    }

    [Fact]
    public async Task GetInstance_EndedInEarlierVersions_IsRead()
    {
        TableEntity completed = Header("completed", 1, 1), failed = Header("failed", 1, 1);
        completed["Status"] = "Completed";
        failed["Status"] = "Failed";
        completed["IsCompleted"] = failed["IsCompleted"] = true;
        completed["Output"] = "=26";
        failed["Failure"] = """={"ErrorType":"System.IO.IOException","ErrorMessage":"away","StackTrace":"at","InnerFailure":{"ErrorType":"E","ErrorMessage":"m","StackTrace":null,"InnerFailure":null}}""";
        await using DurableTestHost host = await StartAsync(AddAsync, completed, failed, Turn("completed", 1, 1, "", Called), Turn("failed", 1, 1, "", Called));

        Assert.Equal(26, (await host.StateAsync("completed")).ReadOutputAs<int>());
        TaskFailureDetails failure = (await host.StateAsync("failed")).FailureDetails!;
        Assert.Equal(("away", "m"), (failure.ErrorMessage, failure.InnerFailure!.ErrorMessage));
        Assert.Empty(host.App.Runs);
    }

    [Fact]
    public async Task Load_HistoryWithAHole_StopsTheInstanceWhereItIsAndSaysSo()
    {
        await using DurableTestHost host = await StartAsync(AddAsync, Header("hole", 1, 2), Turn("hole", 1, 2, "", ""));

        Status damaged = await DurableTestHost.RefusalAsync(() => host.RaiseAsync("hole", "add", 1));

        Assert.Equal(StatusCode.Unavailable, damaged.StatusCode);
        Assert.Contains("damaged", damaged.Detail, StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.StateAsync("hole")).RuntimeStatus);
    }
}
