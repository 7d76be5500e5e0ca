namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>
/// What a unit answered to a report. The log stays the source of the report's counts: what a unit says beyond it was either
/// logged with the answer or is shown beside the log with the unit's explanation.
/// </summary>
public sealed record UnitAnswer
{
    public required PlanId PlanId { get; init; }
    public required ReportId ReportId { get; init; }
    public required string UnitId { get; init; }

    /// <summary>Counts the unit's answers to this report; the first is 1, the highest holds.</summary>
    public required int Revision { get; init; }
    public IReadOnlyList<ChannelCount> Counts { get; init; } = [];

    /// <summary>Classes that the unit held itself and that are not in the records, and the people who came.</summary>
    public int OwnClasses { get; init; }
    public int OwnPeople { get; init; }

    /// <summary>Money used beside the classes and tours that are in the records, in đồng.</summary>
    public IReadOnlyList<Spending> Spent { get; init; } = [];
    public string? Difficulties { get; init; }
    public string? Proposals { get; init; }
    public string? Note { get; init; }

    /// <summary>What was asked back, and confirmed by the unit.</summary>
    public IReadOnlyList<AnswerQuestion> Questions { get; init; } = [];

    /// <summary>Why the questioned figures are right; never null when there was a question.</summary>
    public string? Explanation { get; init; }
    public required Actor By { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>The unit adds nothing to what the records say.</summary>
    public bool AddsNothing => Counts.All(c => c.Difference == 0) && OwnClasses == 0 && OwnPeople == 0 && Spent.All(s => s.Amount == 0)
        && Difficulties is null && Proposals is null && Note is null;

    public AnswerHead ToHead() => new(
        UnitId, Revision, AnsweredAt, Questions.Count, AddsNothing,
        Counts.Where(c => c.Said > 0).ToDictionary(c => c.Channel.ToString(), c => c.Said, StringComparer.Ordinal));
}
