namespace NtmServerless.Domain.Plans;

/// <summary>What one stream adds up to.</summary>
/// <param name="StreamId">The stream.</param>
/// <param name="Classes">Classes; null where the plan leaves the number open.</param>
/// <param name="Seats">Seats of all its classes; null where a number is open.</param>
public sealed record StreamTotal(string StreamId, int? Classes, int? Seats);

/// <summary>What the plan orders, added up: the denominator of every progress figure.</summary>
/// <param name="Classes">Classes of all streams with a number.</param>
/// <param name="Seats">Seats of all streams with numbers.</param>
/// <param name="Streams">Stream by stream, open ones too.</param>
public sealed record PlanTotals(int Classes, int Seats, IReadOnlyList<StreamTotal> Streams)
{
    /// <summary>The totals of a plan (section II.2.2).</summary>
    public static PlanTotals Of(Plan plan)
    {
        StreamTotal[] streams =
            [.. plan.Streams.Select(stream => new StreamTotal(stream.Id, stream.ClassCount, stream.ClassCount * stream.SeatsPerClass))];
        return new(streams.Sum(stream => stream.Classes ?? 0), streams.Sum(stream => stream.Seats ?? 0), streams);
    }
}
