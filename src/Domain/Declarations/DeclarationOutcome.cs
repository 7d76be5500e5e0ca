namespace NtmServerless.Domain.Declarations;

/// <summary>What a decision makes of a declared class, and whom it tells.</summary>
public sealed record DeclarationOutcome(DeclaredClass Class, params IReadOnlyList<Notice> Notices);
