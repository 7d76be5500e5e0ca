namespace NtmServerless.Domain.Classes;

/// <summary>Something of which people of a class have to hear, and have not all heard.</summary>
/// <param name="NoticeId">Which notice of the class it is.</param>
/// <param name="At">When it was decided (UTC).</param>
/// <param name="Left">How many people are still to be told, by commune; only communes with somebody left.</param>
public sealed record OpenTelling(string NoticeId, NoticeKind Kind, DateTimeOffset At, IReadOnlyDictionary<string, int> Left)
{
    /// <summary>So long one has before it is late: whoever was not told may already be on the way.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromDays(1);

    // After that nobody rings any more, unless the class is still ahead.
    private static readonly TimeSpan WorthIt = TimeSpan.FromDays(30);

    /// <summary>How many people are still to be told, of all communes.</summary>
    public int People => Left.Values.Sum();

    /// <summary>When everybody should know: within a day, and before the class begins.</summary>
    public DateTimeOffset DueFor(TrainingClass c)
    {
        DateTimeOffset due = At + InTime;
        return c.Stage != ClassStage.Postponed && c.HeldSessions < c.Sessions.Count && c.FirstStart > At && c.FirstStart < due ? c.FirstStart : due;
    }

    /// <summary>
    /// Whether it helps nobody any more: the class is over, it has begun where people were asked to come, or a month has gone where no day of it is ahead.
    /// </summary>
    public bool IsPast(TrainingClass c, DateTimeOffset now) => c.Stage == ClassStage.Closed || now >= LastUse(c)
        || Kind.AsksToCome() && (c.HeldSessions >= c.Sessions.Count || now >= c.FirstStart);

    // Of a class that is put off people know the old day only, and may come on it; the news stays worth its month all the same.
    private DateTimeOffset LastUse(TrainingClass c)
    {
        DateTimeOffset month = At + WorthIt;
        if (c.Sessions.Count == 0 || c.LastEnd <= At) return month;
        return c.Stage == ClassStage.Postponed && c.LastEnd < month ? month : c.LastEnd;
    }
}
