namespace NtmServerless.Domain.PeriodicReports;

/// <summary>Planned against done of one stream within a span.</summary>
/// <param name="ClassesPlanned">Null where the plan leaves the number open.</param>
/// <param name="ClassesHeld">
/// Classes that count here: held, and their report approved within the span. In reports compiled before the rule of
/// <see cref="CountedOn"/>, whose <see cref="AwaitingApproval"/> is null: classes whose last day lies in the span.
/// </param>
/// <param name="ClassesClosed">Classes whose report was approved within the span.</param>
public sealed record StreamFigures(
    string StreamId, int? ClassesPlanned, int? SeatsPlanned, int ClassesHeld, int ClassesClosed, int Registered, int Attended, int WalkIns, int Women)
{
    /// <summary>Held by the end of the span and not approved by then; never part of a sum. Null in reports of before it was counted.</summary>
    public int? AwaitingApproval { get; init; }

    /// <summary>Of <see cref="ClassesHeld"/>, how many are counted as units declared them, without registration.</summary>
    public int Declared { get; init; }

    /// <summary>Everything that was held, approved or not.</summary>
    public int HeldInAll => ClassesHeld + (AwaitingApproval ?? 0);

    /// <summary>Whether the plan orders a number of classes: only these can be measured against it.</summary>
    public bool IsOrdered => ClassesPlanned is not null;
}
