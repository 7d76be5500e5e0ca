namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>A text that replaces the one before, or none.</summary>
internal readonly record struct NewText(bool IsSet, string? Value)
{
    public static NewText Of(string? value) => new(true, value);
}

/// <summary>The texts of a header that have changed.</summary>
internal sealed record NewTexts(NewText Input, NewText Output, NewText CustomStatus, NewText Failure)
{
    public static NewTexts None { get; } = new(default, default, default, default);
}

/// <summary>What one or several turns change in storage, all of it or nothing.</summary>
/// <param name="Id">Unique; the header keeps it, so that a commit whose answer was lost is known again.</param>
/// <param name="Before">The header that it was decided on.</param>
/// <param name="After">The header that replaces it; its texts are those of <paramref name="Before"/> and <paramref name="Texts"/>.</param>
internal sealed record Commit(string Id, InstanceHeader Before, InstanceHeader After, NewTexts Texts)
{
    /// <summary>The execution's latest turns, which the header itself holds.</summary>
    public required IReadOnlyList<TurnRecord> Tail { get; init; }

    /// <summary>History rows to add.</summary>
    public IReadOnlyList<IReadOnlyList<TurnRecord>> Rows { get; init; } = [];

    /// <summary>Keys of inbox rows that were used up.</summary>
    public IReadOnlyList<string> Consumed { get; init; } = [];

    /// <summary>Messages that no turn can take now: they get rows of their own.</summary>
    public IReadOnlyList<InboxMessage> Held { get; init; } = [];

    /// <summary>Keys of history rows of executions that ended by ContinueAsNew.</summary>
    public IReadOnlyList<string> Ended { get; init; } = [];

    /// <summary>Keys of the messages that cannot be lost any more once it is written.</summary>
    public IReadOnlyList<string> Acknowledged { get; init; } = [];
}
