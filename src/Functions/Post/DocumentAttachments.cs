using NtmServerless.Documents.Keeping;
using NtmServerless.Domain.Documents;
using NtmServerless.Functions.Post;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Documents;

namespace NtmServerless.Functions.Documents;

/// <summary>Kept documents as files that go with a letter.</summary>
public sealed class DocumentAttachments(DocumentShelf shelf, DocumentDesk desk) : IAttachmentSource
{
    public async Task<(string Name, string MediaType, byte[] Content)?> FindAsync(string planId, string documentId, CancellationToken cancellation)
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
