namespace NtmServerless.Domain.Post;

/// <summary>How a message goes from one state to the next, and when it is tried again.</summary>
public static class MessageAttempts
{
    private const int LongestWords = 500;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(24),
    ];

    /// <summary>The wait after so many attempts; null when they are used up.</summary>
    public static TimeSpan? WaitAfter(int attempts) => attempts > Waits.Length ? null : Waits[Math.Max(attempts, 1) - 1];

    /// <summary>An attempt begins. One that is found begun was cut off, perhaps after the server had accepted.</summary>
    public static OutgoingMessage Begin(this OutgoingMessage m, DateTimeOffset now) => m with
    {
        State = MessageState.Sending,
        Uncertain = m.Uncertain || m.State == MessageState.Sending,
        Attempts = m.Attempts + 1,
        AttemptedAt = now,
    };

    /// <summary>The attempt that began ended.</summary>
    public static OutgoingMessage End(this OutgoingMessage m, AttemptResult result, DateTimeOffset now) => result.Outcome switch
    {
        AttemptOutcome.Accepted => m with { State = MessageState.Sent, SentAt = now, DueAt = null, LastError = null },
        AttemptOutcome.Refused => m with { State = MessageState.Failed, DueAt = null, LastError = Short(result.Words) },
        AttemptOutcome.NobodyThere or AttemptOutcome.TooLate => m with { State = MessageState.Dropped, DueAt = null, LastError = Short(result.Words) },
        AttemptOutcome.Unknown => Later(m with { Uncertain = true }, result, now),
        _ => Later(m, result, now),
    };

    /// <summary>It was taken, and came back later. One that is to be sent again by now stays so.</summary>
    public static OutgoingMessage Bounce(this OutgoingMessage m, string words) =>
        m.State == MessageState.Sent ? m with { State = MessageState.Failed, LastError = Short(words) } : m;

    /// <summary>An officer has a failed or dropped message tried again, under the same id; asked twice, it is once.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.MessageNotFailed"/>.</exception>
    public static OutgoingMessage SendAgain(this OutgoingMessage m, DateTimeOffset now) =>
        m.State is MessageState.Failed or MessageState.Dropped
            ? m with { State = MessageState.Waiting, DueAt = now, EarlierAttempts = m.EarlierAttempts + m.Attempts, Attempts = 0 }
            : m is { State: MessageState.Waiting, Attempts: 0, EarlierAttempts: > 0 } ? m : throw new RuleBrokenException(Rule.MessageNotFailed);

    private static OutgoingMessage Later(OutgoingMessage m, AttemptResult result, DateTimeOffset now) => WaitAfter(m.Attempts) is { } wait
        ? m with { State = MessageState.Waiting, DueAt = now + wait, LastError = Short(result.Words) }
        : m with { State = MessageState.Failed, DueAt = null, LastError = Short(result.Words) };

    private static string? Short(string? words) => words is { Length: > LongestWords } ? words[..LongestWords] : words;
}
