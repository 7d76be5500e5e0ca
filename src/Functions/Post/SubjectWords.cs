namespace NtmServerless.Functions.Post;

/// <summary>What the entries of a list are about.</summary>
/// <param name="Classes">Those that entries are about, in their order in the plan.</param>
public sealed record SubjectWords(
    Func<PostSubject, NoticeKind, string> Of, Func<PostSubject, string?> LeadOf, IReadOnlyList<TrainingClass> Classes);
