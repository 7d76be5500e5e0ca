using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;
using NtmServerless.Storage.Tables;

namespace NtmServerless.Storage.Access;

/// <summary>Keys of the cookies, in one blob for all instances: a cookie of one is read by the others and survives a restart.</summary>
public sealed class ProtectionKeys(RecordsStorage storage) : IXmlRepository
{
    private const int MostAttempts = 20;

    private readonly BlobClient _blob = storage.Container(StorageNames.Keys).GetBlobClient("keys.xml");

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Read().Keys.Elements()];

    /// <exception cref="Classes.RecordBusyException">Others wrote again and again at the same time.</exception>
    public void StoreElement(XElement element, string friendlyName)
    {
        for (int i = 0; i < MostAttempts; i++)
        {
            (XElement keys, ETag? etag) = Read();
            keys.Add(element);
            BlobRequestConditions unchanged = etag is { } read ? new() { IfMatch = read } : new() { IfNoneMatch = ETag.All };
            try
            {
                _blob.Upload(BinaryData.FromString(keys.ToString()), new BlobUploadOptions { Conditions = unchanged });
                return;
            }
            catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e))
            {
                // Another instance was faster: its key stays, ours is added to it.
            }
        }

        throw new Classes.RecordBusyException("keys");
    }

    private (XElement Keys, ETag? ETag) Read()
    {
        try
        {
            BlobDownloadResult found = _blob.DownloadContent();
            return (XElement.Parse(found.Content.ToString()), found.Details.ETag);
        }
        catch (RequestFailedException e) when (Conflict.IsMissing(e))
        {
            return (new XElement("keys"), null);
        }
    }
}
