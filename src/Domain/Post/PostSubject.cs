namespace NtmServerless.Domain.Post;

/// <summary>The record that a notice is about.</summary>
public sealed record PostSubject(PostSubjectKind Kind, string Id);
