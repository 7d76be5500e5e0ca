namespace NtmServerless.Functions.Workflows;

/// <summary>Which record a workflow carries, and the other way round: the instance id is made of the record's id.</summary>
public sealed class WorkflowRecords(PlanStore plans, ClassSummaries classes, TourStore tours, PeriodicReportStore reports, VietnameseTexts texts)
{
    public static string OrchestratorOf(WorkflowKind kind) => kind switch
    {
        WorkflowKind.Class => nameof(ClassLifecycle),
        WorkflowKind.Tour => nameof(StudyTourLifecycle),
        WorkflowKind.Post => nameof(MessageDelivery),
        _ => nameof(PeriodicReportCycle),
    };

    public static WorkflowKind? KindOf(string orchestrator) =>
        Enum.GetValues<WorkflowKind>().Where(k => OrchestratorOf(k) == orchestrator).Select(k => (WorkflowKind?)k).FirstOrDefault();

    /// <summary>What the orchestrator of a record is given.</summary>
    public static object InputOf(WorkflowRecord record) => record.Kind switch
    {
        WorkflowKind.Class => record.InstanceId,
        WorkflowKind.Tour => new TourRef(record.PlanId, new(record.InstanceId)),
        _ => new ReportRef(record.PlanId, new(record.InstanceId[(record.PlanId.Value.Length + 1)..])),
    };

    public async Task<WorkflowRecord?> FindAsync(string instanceId, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).GetValueOrDefault(instanceId);

    /// <summary>Every record of every plan that has or had a workflow, by instance id: three queries a plan.</summary>
    public async Task<IReadOnlyDictionary<string, WorkflowRecord>> AllAsync(CancellationToken cancellation)
    {
        Dictionary<string, WorkflowRecord> all = new(StringComparer.Ordinal);
        foreach (Plan plan in await plans.ListAsync(cancellation))
        {
            foreach (TrainingClass c in await classes.OfPlanAsync(plan.Id, cancellation)) all[c.Id] = Of(c, plan);
            foreach (StudyTour t in await tours.OfPlanAsync(plan.Id, cancellation)) all[t.Id] = Of(t);
            foreach (PeriodicReport r in await reports.OfPlanAsync(plan.Id, cancellation)) all[PeriodicReportCycle.InstanceId(r)] = Of(r);
        }

        return all;
    }

    private WorkflowRecord Of(TrainingClass c, Plan plan)
    {
        ClassErrand? next = ClassChecklist.Next(c);
        return new WorkflowRecord(
            WorkflowKind.Class, c.Id, c.PlanId, ClassNames.InShort(c, plan, texts), ClassPaths.Of(c.Id), c.Stage, c.Stage.IsOver(),
            next is null ? null : $"workflow.step-{Codes.Key(next.Step)}", next?.DueAt);
    }

    private WorkflowRecord Of(StudyTour t)
    {
        TourErrand? next = TourChecklist.Next(t);
        return new WorkflowRecord(
            WorkflowKind.Tour, t.Id, t.PlanId, t.Destination ?? texts["tour.no-destination"], PlanLinks.Keep(TourPaths.Of(t.Id), t.PlanId), t.Stage,
            t.Stage is TourStage.Closed or TourStage.Cancelled, next is null ? null : $"tour.step-{Codes.Key(next.Step)}", next?.DueAt);
    }

    private WorkflowRecord Of(PeriodicReport r)
    {
        ReportErrand? next = ReportChecklist.Next(r);
        return new WorkflowRecord(
            WorkflowKind.Report, PeriodicReportCycle.InstanceId(r), r.PlanId, texts.Period(r.Period),
            PlanLinks.Keep(PeriodicReportPaths.Of(r.Id), r.PlanId), r.Stage, r.IsOver,
            next is null ? null : $"report.step-{Codes.Key(next.Step)}", next is null ? null : next.DueAt > r.AskedAt ? next.DueAt : r.AskedAt);
    }
}
