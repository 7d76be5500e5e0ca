namespace NtmServerless.Domain.Post;

/// <summary>The notices of one commit, on their way to those whom they tell.</summary>
/// <param name="Source">Names the commit, once and for ever: what is posted twice is posted once.</param>
/// <param name="At">When it was committed (UTC).</param>
public sealed record Posting(PlanId PlanId, PostSubject About, string Source, DateTimeOffset At, IReadOnlyList<Notice> Notices);
