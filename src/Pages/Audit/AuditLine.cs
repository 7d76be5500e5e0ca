namespace NtmServerless.Pages.Audit;

/// <summary>Who changed or looked at what. Names no participant.</summary>
/// <param name="What">A code, or the stage that a class or a tour had after it.</param>
/// <param name="Count">Commands, or people looked at.</param>
public sealed record AuditLine(DateTimeOffset At, IReadOnlyList<Actor> By, string What, int Count, string? Target, AuditPlace Place)
{
    /// <summary>Where its record can be looked at; null: nowhere.</summary>
    public string? Path => Target is null ? null : (Place, What.Split('-')[0]) switch
    {
        (AuditPlace.Class, _) or (_, "roster") or (_, "evidence") => ClassPaths.Of(new(Target)),
        (AuditPlace.Tours, _) or (_, "tour") => TourPaths.Of(new(Target)),
        (_, "report") => PeriodicReportPaths.Of(new(Target)),
        (_, "document") => DocumentPaths.List,
        (_, "plan") => PlanPaths.Plan,
        (_, "workflow") => WorkflowPaths.Of(Target),
        _ => null,
    };
}
