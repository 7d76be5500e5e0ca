namespace NtmServerless.Domain.Notices;

/// <summary>What an office decided about one kind of notice. A text that is null is the product's own.</summary>
/// <param name="Body">What a letter says, without its head and foot.</param>
/// <param name="Brief">The text message to participants.</param>
/// <param name="Reason">Why it is off.</param>
/// <param name="Version">Counts the changes; 0 where there was none.</param>
/// <param name="ChangedBy">Name of the officer who made the last change.</param>
public sealed record NoticeSetting(
    NoticeKind Kind,
    string? Subject = null,
    string? Body = null,
    string? Brief = null,
    bool IsOff = false,
    string? Reason = null,
    int Version = 0,
    DateTimeOffset? ChangedAt = null,
    [property: Personal(PersonalDatum.Trace)] string? ChangedBy = null)
{
    /// <summary>Whether it says something else than the product's own texts.</summary>
    public bool HasOwnWords => Subject is not null || Body is not null || Brief is not null;

    /// <summary>The same decision, whoever made it and when.</summary>
    public bool SaysTheSameAs(NoticeSetting other) =>
        (Kind, Subject, Body, Brief, IsOff, Reason) == (other.Kind, other.Subject, other.Body, other.Brief, other.IsOff, other.Reason);

    /// <summary>Switches it off, for a reason, or on.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.NoticeHeld"/>.</exception>
    public NoticeSetting Switch(string? reason) =>
        reason is null ? this with { IsOff = false, Reason = null }
        : Kind.Hold() == NoticeHold.None ? this with { IsOff = true, Reason = reason } : throw new RuleBrokenException(Rule.NoticeHeld);
}
