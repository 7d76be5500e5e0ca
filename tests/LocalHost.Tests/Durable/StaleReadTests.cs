using Azure.Core;
using Azure.Core.Pipeline;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable;

/// <summary>A start whose first request was lost is asked again while the engine still looks whether it was recorded.</summary>
public sealed class StaleReadTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Start_AgainWhileTheFirstIsLookedFor_IsTakenUp()
    {
        FirstStartLost trouble = new();
        await using DurableTestHost host = await DurableTestHost.StartAsync(azurite, trouble);
        host.App.Orchestrator("waits", async context => await context.WaitForExternalEvent<int>("go"));
        trouble.IsOn = true;

        await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync("waits", id: "again"));
        await trouble.Reading.Task.WaitAsync(TimeSpan.FromSeconds(15), DurableTestHost.Cancellation);
        await host.StartAsync("waits", id: "again");
        Task raised = host.RaiseAsync("again", "go", 7);
        trouble.Answer.SetResult();

        await raised;
        Assert.Equal(7, await host.OutputAsync<int>("again"));
    }

    private sealed class FirstStartLost : HttpPipelinePolicy
    {
        private int _inserts, _reads;

        public bool IsOn { get; set; }

        /// <summary>The partition was read, and is empty.</summary>
        public TaskCompletionSource Reading { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Lets the answer of that reading through.</summary>
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (IsOn && message.Request.Method == RequestMethod.Post && ++_inserts == 1)
                throw new IOException("The request was lost.");
            await ProcessNextAsync(message, pipeline);
            if (!IsOn || message.Request.Method != RequestMethod.Get || !message.Request.Uri.Query.Contains("filter", StringComparison.Ordinal) || ++_reads != 1)
                return;
            Reading.SetResult();
            await Answer.Task;
        }
    }
}
