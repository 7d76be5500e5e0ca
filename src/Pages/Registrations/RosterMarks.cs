namespace NtmServerless.Pages.Registrations;

/// <summary>What an officer should notice about a registration; each names its text.</summary>
public static class RosterMarks
{
    public static IEnumerable<string> Of(Registration r)
    {
        if (r.IsPriority) yield return "priority";
        if (r.Namesake) yield return "namesake";
        if (r.Replaces is not null) yield return "substitute";
        if (r.PromotedAt is not null) yield return "promoted";
    }
}
