namespace NtmServerless.Domain.Post;

/// <param name="Words">What the other side said, where it did not accept.</param>
public sealed record AttemptResult(AttemptOutcome Outcome, string? Words = null)
{
    public static readonly AttemptResult Accepted = new(AttemptOutcome.Accepted);
}
