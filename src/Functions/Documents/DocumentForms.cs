namespace NtmServerless.Functions.Documents;

/// <summary>What was asked for, found good.</summary>
public sealed record CheckedClassDocument(DocumentKind Kind, Numbering? Numbering, int? Number, Invitee? Invitee, Signer? Signer);
