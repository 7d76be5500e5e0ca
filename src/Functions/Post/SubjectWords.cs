namespace NtmServerless.Functions.Post;

/// <summary>What the entries of a list are about.</summary>
/// <param name="Of">By the record, the kind of notice, when it was told, and the day that the class had then (<see cref="Notice.Day"/>).</param>
/// <param name="Classes">Those that entries are about, in their order in the plan.</param>
public sealed record SubjectWords(
    Func<PostSubject, NoticeKind, DateTimeOffset, DateOnly?, string> Of, Func<PostSubject, string?> LeadOf, IReadOnlyList<TrainingClass> Classes);
