namespace NtmServerless.Functions.Post;

/// <summary>A message as it goes out: made anew for each attempt, kept nowhere.</summary>
/// <param name="To">E-mail address, or phone in the form +84….</param>
/// <param name="MissingAttachment">Id of a document that should go with it and is not there (yet).</param>
public sealed record Letter(string To, string Subject, string Body, IReadOnlyList<LetterAttachment> Attachments, string? MissingAttachment = null);

/// <summary>A kept document that goes with a letter.</summary>
public sealed record LetterAttachment(string Name, string MediaType, byte[] Content);
