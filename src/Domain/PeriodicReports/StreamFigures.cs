namespace NtmServerless.Domain.PeriodicReports;

/// <summary>Planned against done of one stream within a span.</summary>
/// <param name="ClassesPlanned">Null where the plan leaves the number open.</param>
public sealed record StreamFigures(
    string StreamId, int? ClassesPlanned, int? SeatsPlanned, int ClassesHeld, int ClassesClosed, int Registered, int Attended, int WalkIns, int Women)
{
    /// <summary>Whether the plan orders a number of classes: only these can be measured against it.</summary>
    public bool IsOrdered => ClassesPlanned is not null;
}
