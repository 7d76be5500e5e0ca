namespace NtmServerless.Domain.Plans.Import;

/// <summary>An id means one thing in its list.</summary>
internal static class IdRules
{
    public static void Check(Plan plan, ImportErrors errors)
    {
        Once("units", plan.Units.Select(unit => unit.Id));
        Once("priorityGroups", plan.PriorityGroups.Select(group => group.Id));
        Once("communicationContents", plan.CommunicationContents.Select(content => content.Id));
        Once("topics", plan.Topics.Select(topic => topic.Id));
        Once("communicationForms", plan.CommunicationForms.Select(form => form.Id));
        Once("studyTours", plan.StudyTours.Select(tour => tour.Id));
        Once("streams", plan.Streams.Select(stream => stream.Id));
        Once("funding.sources", plan.Funding?.Sources.Select(source => source.Id) ?? []);
        Once("responsibilities", plan.Responsibilities.Select(responsibility => responsibility.Id));
        Once("forms", plan.Forms.Select(form => form.Id));

        void Once(string list, IEnumerable<string> ids)
        {
            Dictionary<string, int> first = [];
            foreach ((int index, string id) in ids.Index())
            {
                if (id.Length > 0 && !first.TryAdd(id, index))
                    errors.Add($"$.{list}[{index}].id", "plan-id-duplicate", ("id", id), ("first", $"$.{list}[{first[id]}].id"));
            }
        }
    }
}
