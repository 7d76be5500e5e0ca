namespace NtmServerless.Pages.Audit;

/// <summary>Who changed or looked at what. Names no participant.</summary>
/// <param name="What">A code, or the stage that a class or a tour had after it.</param>
/// <param name="Count">Commands, or people looked at.</param>
public sealed record AuditLine(DateTimeOffset At, IReadOnlyList<Actor> By, string What, int Count, string? Target, AuditPlace Place)
{
    // A file of a class is named behind its class.
    /// <summary>Id of the record; null: none.</summary>
    public string? Record => Target?.Split('/')[0];

    /// <summary>Where its record can be looked at; null: nowhere.</summary>
    public string? Path => Record is not { Length: > 0 } target ? null : (Place, What.Split('-')[0]) switch
    {
        (AuditPlace.Class, _) or (_, "roster") or (_, "evidence") => ClassPaths.Of(new(target)),
        (AuditPlace.Tours, _) or (_, "tour") => TourPaths.Of(new(target)),
        (_, "declaration") => DeclarationPaths.Of(new(target)),
        (_, "report") => PeriodicReportPaths.Of(new(target)),
        (_, "document") => DocumentPaths.List,
        (_, "plan") => PlanPaths.Plan,
        (_, "workflow") => WorkflowPaths.Of(target),
        _ => null,
    };
}
