using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace NtmServerless.Functions.Tests.Workflows;

/// <summary>What driving a workflow on does, by the state in which it is found.</summary>
public sealed class RedriveTests
{
    [Theory]
    [InlineData(null, "start")]
    [InlineData(OrchestrationRuntimeStatus.Running, "raise")]
    [InlineData(OrchestrationRuntimeStatus.Pending, "raise")]
    [InlineData(OrchestrationRuntimeStatus.Suspended, "resume raise")]
    [InlineData(OrchestrationRuntimeStatus.Failed, "start")]
    [InlineData(OrchestrationRuntimeStatus.Terminated, "start")]
    [InlineData(OrchestrationRuntimeStatus.Completed, "start")]
    public async Task Redrive_ByState_WakesOrStarts(OrchestrationRuntimeStatus? status, string expected)
    {
        FakeClient client = new() { Status = status };
        await new LifecycleWaker(client, NullLogger<LifecycleWaker>.Instance).RedriveAsync("X", "x", "x", TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(' ', client.Calls));
    }

    [Fact]
    public async Task Redrive_WhenItEndsBeforeTheEvent_IsStarted()
    {
        FakeClient client = new() { Status = OrchestrationRuntimeStatus.Running, EndsAtTheEvent = true };
        Redrive done = await new LifecycleWaker(client, NullLogger<LifecycleWaker>.Instance).RedriveAsync("X", "x", "x", TestContext.Current.CancellationToken);
        Assert.Equal(Redrive.Started, done);
        Assert.Equal(["raise", "start"], client.Calls);
    }

    [Theory]
    [InlineData(true, "raise start")]
    [InlineData(false, "raise")]
    public async Task Waking_WhenItEndsBeforeTheEvent_StartsItOnlyWhereTheRecordIsNotOver(bool starts, string expected)
    {
        FakeClient client = new() { Status = OrchestrationRuntimeStatus.Running, EndsAtTheEvent = true };
        await new LifecycleWaker(client, NullLogger<LifecycleWaker>.Instance).RaiseOrStartAsync(
            "X", "x", "x", over: !starts, TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(' ', client.Calls));
    }

    private sealed class FakeClient() : DurableTaskClient("fake")
    {
        public OrchestrationRuntimeStatus? Status { get; set; }

        public bool EndsAtTheEvent { get; init; }

        public List<string> Calls { get; } = [];

        public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            Task.FromResult(Status is { } status ? new OrchestrationMetadata("X", instanceId) { RuntimeStatus = status } : null);

        public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
        {
            Calls.Add("raise");
            if (!EndsAtTheEvent) return Task.CompletedTask;
            Status = OrchestrationRuntimeStatus.Terminated;
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "It has ended."));
        }

        public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => Called("resume");

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
        {
            Calls.Add("start");
            return Task.FromResult(options!.InstanceId!);
        }

        public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private Task Called(string call)
        {
            Calls.Add(call);
            return Task.CompletedTask;
        }
    }
}
