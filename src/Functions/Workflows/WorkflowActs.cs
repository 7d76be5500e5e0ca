namespace NtmServerless.Functions.Workflows;

/// <summary>What was done to drive a workflow on.</summary>
public sealed record Redriven(string InstanceId, Redrive Done);

/// <summary>Driving a workflow on that stands still.</summary>
public sealed class WorkflowActs(WorkflowRecords records, AuditTrail audit)
{
    /// <summary>Wakes the workflow of a record, or starts it again from the record when it failed, was ended or is not there.</summary>
    /// <exception cref="RecordMissingException">No record has a workflow of that id.</exception>
    /// <exception cref="RuleBrokenException"><see cref="Rule.WorkflowOver"/> when nothing is left to be done.</exception>
    public async Task<Redriven> RedriveAsync(string instanceId, Ask<NoForm> ask)
    {
        WorkflowRecord record = await records.FindAsync(instanceId, ask.Cancellation) ?? throw new RecordMissingException("workflow");
        if (record.IsOver) throw new RuleBrokenException(Rule.WorkflowOver);
        Redrive done = await ask.Waker.RedriveAsync(WorkflowRecords.OrchestratorOf(record.Kind), instanceId, WorkflowRecords.InputOf(record), ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "workflow-redriven", instanceId, 1, ask.Cancellation);
        return new Redriven(instanceId, done);
    }
}
