using System.Security.Cryptography;
using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace NtmServerless.Storage.Access;

/// <summary>Keys of the cookies, in one blob for all instances: a cookie of one is read by the others and survives a restart.</summary>
public sealed class ProtectionKeys(RecordsStorage storage) : IXmlRepository
{
    private const int MostAttempts = 20;

    // As the framework writes them: what is secret in a key, and what stands in its place when it is sealed.
    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName SecretMark = Framework + "requiresEncryption";
    private static readonly XName SealedSecret = Framework + "encryptedSecret";
    private static readonly XName OpenedBy = "decryptorType";

    private readonly BlobClient _blob = storage.Container(StorageNames.Keys).GetBlobClient("keys.xml");

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Read().Keys.Elements()];

    /// <exception cref="RecordBusyException">Others wrote again and again at the same time.</exception>
    public void StoreElement(XElement element, string friendlyName) => Change(keys =>
    {
        keys.Add(element);
        return true;
    });

    /// <summary>Seals the keys that lie in the clear, where they are: what they protect stays valid.</summary>
    /// <returns>How many keys cannot be opened with the secret that is there.</returns>
    /// <exception cref="RecordBusyException">Others wrote again and again at the same time.</exception>
    public int Seal(KeyProtection protection)
    {
        int unreadable = 0;
        Change(keys =>
        {
            unreadable = keys.Descendants(SealedSecret).Count(secret => !IsReadable(secret, protection));
            XElement[] clear = protection.IsOn ? [.. keys.Descendants().Where(e => (bool?)e.Attribute(SecretMark) == true && !e.Ancestors(SealedSecret).Any())] : [];
            foreach (XElement secret in clear)
            {
                secret.ReplaceWith(new XElement(SealedSecret,
                    new XAttribute(OpenedBy, typeof(KeyProtectionDecryptor).AssemblyQualifiedName!), protection.Encrypt(secret).EncryptedElement));
            }

            return clear.Length > 0;
        });
        return unreadable;
    }

    private static bool IsReadable(XElement secret, KeyProtection protection)
    {
        if (((string?)secret.Attribute(OpenedBy))?.Contains(nameof(KeyProtectionDecryptor), StringComparison.Ordinal) != true) return true;
        try
        {
            protection.Open(secret.Elements().Single());
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // What has not changed is not written.
    private void Change(Func<XElement, bool> change)
    {
        for (int i = 0; i < MostAttempts; i++)
        {
            (XElement keys, ETag? etag) = Read();
            if (!change(keys)) return;
            BlobRequestConditions unchanged = etag is { } read ? new() { IfMatch = read } : new() { IfNoneMatch = ETag.All };
            try
            {
                _blob.Upload(BinaryData.FromString(keys.ToString()), new BlobUploadOptions { Conditions = unchanged });
                return;
            }
            catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e))
            {
                // Another instance was faster: its change stays, ours is made again on it.
            }
        }

        throw new RecordBusyException("keys");
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
