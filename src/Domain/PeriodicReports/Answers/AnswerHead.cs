namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>That a unit has answered, as the report's head keeps it.</summary>
/// <param name="Said">Counts by channel as it said them: what its next answers are held against.</param>
public sealed record AnswerHead(
    string UnitId, int Revision, DateTimeOffset AnsweredAt, int Questions, bool AddsNothing, IReadOnlyDictionary<string, int> Said);
