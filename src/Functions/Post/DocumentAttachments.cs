namespace NtmServerless.Functions.Post;

/// <summary>Kept documents as files that go with a letter.</summary>
public sealed class DocumentAttachments(DocumentStore shelf, DocumentMaker desk) : IAttachmentSource
{
    public async Task<(string Name, string MediaType, byte[] Content)?> FindAsync(PlanId planId, string documentId, CancellationToken cancellation)
    {
        try
        {
            OfficialDocument document = await shelf.GetAsync(planId, documentId, cancellation);
            string name = $"{document.AboutId}.{KeptDocuments.ExtensionOf(document.Kind)}";
            return (name, KeptDocuments.MediaTypeOf(document.Kind), await desk.BytesAsync(document, cancellation));
        }
        catch (RecordMissingException)
        {
            return null;
        }
    }
}
