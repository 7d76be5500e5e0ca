namespace NtmServerless.Domain.Post;

/// <summary>The notices of one commit, on their way to those whom they tell.</summary>
/// <param name="Source">Names the commit, once and for ever: what is posted twice is posted once.</param>
/// <param name="At">When it was committed (UTC).</param>
/// <param name="Order">Place of the commit among those of the record, where it counts them: two may fall on one moment.</param>
public sealed record Posting(PlanId PlanId, PostSubject About, string Source, DateTimeOffset At, IReadOnlyList<Notice> Notices, long? Order = null);
