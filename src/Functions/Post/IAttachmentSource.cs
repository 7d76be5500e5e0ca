namespace NtmServerless.Functions.Post;

/// <summary>Gives the kept documents that notices name.</summary>
public interface IAttachmentSource
{
    /// <summary>Name of the file, media type and content; null when there is no such document.</summary>
    Task<(string Name, string MediaType, byte[] Content)?> FindAsync(PlanId planId, string documentId, CancellationToken cancellation);
}
