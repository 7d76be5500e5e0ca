namespace NtmServerless.Domain.Plans.Import;

/// <summary>Every unit that the plan refers to is one of its units.</summary>
internal static class UnitReferenceRules
{
    public static void Check(Plan plan, ImportErrors errors)
    {
        HashSet<string> known = [.. plan.Units.Select(unit => unit.Id)];
        foreach ((string path, string id) in References(plan))
        {
            if (id.Length > 0 && !known.Contains(id))
                errors.Add(path, "plan-unit-unknown", ("id", id));
        }
    }

    private static IEnumerable<(string Path, string Id)> References(Plan plan) =>
        PartiesOf(plan).SelectMany(parties => Listed($"{parties.Path}.unitIds", parties.Parties.UnitIds))
            .Concat(plan.Streams.Index().SelectMany(
                stream => Listed($"$.streams[{stream.Index}].qualifyingUnitIds", stream.Item.QualifyingUnitIds)))
            .Concat(plan.PriorityGroups.Index().SelectMany(group => Listed($"$.priorityGroups[{group.Index}].unitIds", group.Item.UnitIds)))
            .Concat(plan.PriorityGroups.Index().SelectMany(group => group.Item.Villages.Index().Select(
                village => ($"$.priorityGroups[{group.Index}].villages[{village.Index}].unitId", village.Item.UnitId))))
            .Concat(plan.MediaTargets.Index().Select(target => ($"$.mediaTargets[{target.Index}].unitId", target.Item.UnitId)))
            .Append(("$.reporting.compiledByUnitId", plan.Reporting.CompiledByUnitId ?? ""))
            .Append(("$.reporting.toUnitId", plan.Reporting.ToUnitId ?? ""))
            .Append(("$.reporting.approvedByUnitId", plan.Reporting.ApprovedByUnitId ?? ""));

    private static IEnumerable<(string Path, PlanParties Parties)> PartiesOf(Plan plan) =>
        plan.CommunicationForms.Index().SelectMany(form => Both($"$.communicationForms[{form.Index}]", form.Item.Lead, form.Item.Partners))
            .Concat(plan.StudyTours.Index().SelectMany(tour => Both($"$.studyTours[{tour.Index}]", tour.Item.Lead, tour.Item.Partners)))
            .Concat(plan.Streams.Index().SelectMany(stream => Both($"$.streams[{stream.Index}]", stream.Item.Lead, stream.Item.Partners)))
            .Concat(plan.Responsibilities.Index().Select(duty => ($"$.responsibilities[{duty.Index}].parties", duty.Item.Parties)))
            .Concat(plan.Recipients.Index().Select(recipient => ($"$.recipients[{recipient.Index}]", recipient.Item)));

    private static IEnumerable<(string, PlanParties)> Both(string path, PlanParties lead, PlanParties partners) =>
        [($"{path}.lead", lead), ($"{path}.partners", partners)];

    private static IEnumerable<(string, string)> Listed(string path, IReadOnlyList<string> ids) =>
        ids.Index().Select(id => ($"{path}[{id.Index}]", id.Item));
}
