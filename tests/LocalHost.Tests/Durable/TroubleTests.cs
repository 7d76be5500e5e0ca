using DurableTask.Core.Exceptions;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

/// <summary>One storage request in ten goes wrong, in every way in which requests go wrong.</summary>
public sealed class TroubleTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Storage_OneRequestInTenGoesWrong_EveryInstanceComesToItsEnd()
    {
        Trouble trouble = new(Environment.TickCount);
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite, trouble);
        host.App.Activity<int>("next", number => number + 1);
        host.App.Orchestrator("counts", async context =>
        {
            int number = await context.WaitForExternalEvent<int>("from");
            for (int step = 0; step < 5; step++)
                number = await context.CallActivityAsync<int>("next", number);
            return number + await context.WaitForExternalEvent<int>("then");
        });
        trouble.IsOn = true;

        string[] ids = await Task.WhenAll(Enumerable.Range(0, 120).Select(async number =>
        {
            string id = $"counts-{number}";
            await StartAsync(host, id);
            await host.RaiseAsync(id, "from", number);
            await host.RaiseAsync(id, "then", 100);
            return id;
        }));
        await host.IdleAsync();
        trouble.IsOn = false;

        Assert.True(trouble.Troubles > 10, $"{trouble.Troubles} troubles");
        foreach ((string id, int number) in ids.Select((id, number) => (id, number)))
        {
            Assert.Equal(number + 105, await host.OutputAsync<int>(id));
            StoredInstance stored = await host.StoredAsync(id);
            HistoryEvent[] received = [.. stored.Execution.Turns.SelectMany(turn => turn.Received)];
            Assert.Equal(2, received.OfType<EventReceived>().Count());
            Assert.Equal(Enumerable.Range(0, 5), received.OfType<TaskCompleted>().Select(end => end.Id));
        }
    }

    // A start that failed may have been recorded; its client asks again under the same id.
    private static async Task StartAsync(DurableTestHost host, string id)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await host.StartAsync("counts", id: id);
                return;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return;
            }
            catch (Exception) when (attempt < 20)
            {
                // Asked again.
            }
        }
    }
}
