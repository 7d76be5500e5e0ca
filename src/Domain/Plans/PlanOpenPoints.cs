namespace NtmServerless.Domain.Plans;

/// <summary>Names what a plan leaves open, so that an office can decide it instead of the application guessing.</summary>
public static class PlanOpenPoints
{
    /// <summary>Every open point of the plan, in the order of the plan.</summary>
    public static IReadOnlyList<PlanOpenPoint> Of(Plan plan) =>
        [.. Head(plan), .. Priorities(plan), .. Activities(plan), .. plan.Streams.SelectMany((stream, index) => Stream(plan, stream, index)), .. Reporting(plan)];

    private static IEnumerable<PlanOpenPoint> Head(Plan plan)
    {
        if (plan.Number is null)
            yield return new("$.number", "plan-number-open");
        if (plan.SignedOn is null)
            yield return new("$.signedOn", "plan-signed-on-open");
        if (plan.ParentBody is null)
            yield return new("$.parentBody", "plan-parent-body-open");
        if (plan.Signer is null)
            yield return new("$.signer", "plan-signer-open");
    }

    private static IEnumerable<PlanOpenPoint> Priorities(Plan plan) =>
        plan.PriorityGroups.Index()
            .Where(group => group.Item.UnitIds.Count == 0 && group.Item.Villages.Count == 0)
            .Select(group => new PlanOpenPoint($"$.priorityGroups[{group.Index}]", "plan-priority-group-open"));

    private static IEnumerable<PlanOpenPoint> Activities(Plan plan)
    {
        foreach ((int index, CommunicationForm form) in plan.CommunicationForms.Index())
        {
            if (plan.UnitsOf(form.Lead).Count == 0)
                yield return new($"$.communicationForms[{index}].lead", "plan-lead-open");
            if (form.Window is null)
                yield return new($"$.communicationForms[{index}].window", "plan-window-open");
        }

        foreach ((int index, PlannedStudyTour tour) in plan.StudyTours.Index())
        {
            if (plan.UnitsOf(tour.Lead).Count == 0)
                yield return new($"$.studyTours[{index}].lead", "plan-lead-open");
            if (tour.Window is null)
                yield return new($"$.studyTours[{index}].window", "plan-window-open");
        }
    }

    private static IEnumerable<PlanOpenPoint> Stream(Plan plan, TrainingStream stream, int index)
    {
        string path = $"$.streams[{index}]";
        if (plan.UnitsOf(stream.Lead).Count == 0)
            yield return new($"{path}.lead", "plan-lead-open");
        if (stream.ClassCount is null)
            yield return new($"{path}.classCount", "plan-class-count-open");
        if (stream.SeatsPerClass is null)
            yield return new($"{path}.seatsPerClass", "plan-seats-open");
        if (stream.Audiences.Count == 0)
            yield return new($"{path}.audiences", "plan-audience-open");
        if (stream.Window is null)
            yield return new($"{path}.window", "plan-window-open");
        else if (stream.TimeToBeAnnounced)
            yield return new($"{path}.timeToBeAnnounced", "plan-class-dates-open");
        if (stream.Origin == StreamOrigin.CommuneInitiated)
            yield break; // every commune may; seats and thresholds are each commune's own
        if (stream.PrioritySeats is null)
            yield return new($"{path}.prioritySeats", "plan-priority-seats-open");
        if (stream.MinimumParticipants is null)
            yield return new($"{path}.minimumParticipants", "plan-minimum-participants-open");
        if (stream.QualifyingUnitIds.Count == 0)
            yield return new($"{path}.qualifyingUnitIds", "plan-qualifying-units-open");
    }

    private static IEnumerable<PlanOpenPoint> Reporting(Plan plan)
    {
        if (plan.Reporting.CompiledByUnitId is null)
            yield return new("$.reporting.compiledByUnitId", "plan-compiler-open");
        if (plan.Reporting.ToUnitId is null)
            yield return new("$.reporting.toUnitId", "plan-report-receiver-open");
        if (plan.Reporting.ApprovedByUnitId is null)
            yield return new("$.reporting.approvedByUnitId", "plan-approver-open");
        if (plan.Reporting.DueWorkingDays is null)
            yield return new("$.reporting.dueWorkingDays", "plan-due-days-open");
        if (plan.MediaTargets.Count == 0)
            yield return new("$.mediaTargets", "plan-media-targets-open");
    }
}
