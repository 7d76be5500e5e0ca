namespace NtmServerless.Domain.Plans.Import;

/// <summary>Numbers that bound each other.</summary>
internal static class NumberRules
{
    public static void Check(Plan plan, ImportErrors errors)
    {
        foreach ((int index, TrainingStream stream) in plan.Streams.Index())
        {
            if (stream.SeatsPerClass is not { } seats)
                continue;
            if (stream.PrioritySeats > seats)
                errors.Add($"$.streams[{index}].prioritySeats", "plan-more-than-seats", ("seats", seats));
            if (stream.MinimumParticipants > seats)
                errors.Add($"$.streams[{index}].minimumParticipants", "plan-more-than-seats", ("seats", seats));
        }

        foreach ((int index, PlannedStudyTour tour) in plan.StudyTours.Index())
        {
            if (!errors.Under($"$.studyTours[{index}]") && tour.MaximumMembers < tour.MinimumMembers)
                errors.Add($"$.studyTours[{index}].maximumMembers", "plan-maximum-below-minimum", ("minimum", tour.MinimumMembers));
        }
    }
}
