namespace NtmServerless.Functions.Post;

/// <summary>A message as it goes out: made anew for each attempt, kept nowhere.</summary>
/// <param name="To">E-mail address, or phone in the form +84….</param>
/// <param name="MissingAttachment">Id of a document that should go with it and is not there (yet).</param>
public sealed record Letter(string To, string Subject, string Body, IReadOnlyList<LetterAttachment> Attachments, string? MissingAttachment = null);

/// <summary>A kept document that goes with a letter.</summary>
public sealed record LetterAttachment(string Name, string MediaType, byte[] Content);

/// <summary>Gives the kept documents that notices name.</summary>
public interface IAttachmentSource
{
    /// <summary>Name of the file, media type and content; null when there is no such document.</summary>
    Task<(string Name, string MediaType, byte[] Content)?> FindAsync(string planId, string documentId, CancellationToken cancellation);
}
