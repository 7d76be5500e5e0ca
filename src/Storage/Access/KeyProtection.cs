using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Storage.Access;

/// <summary>
/// The secret under which the keys of the cookies lie in the storage: who reads the storage alone can then forge no session and no
/// receipt. AES-256-GCM, each time under a key of its own (HKDF-SHA256 over the secret and a random salt).
/// </summary>
public sealed class KeyProtection : IXmlEncryptor
{
    /// <summary>Holds the secret. On Azure a reference to Key Vault, on one PC made with the data folder.</summary>
    public const string Setting = "KeyProtectionSecret";

    /// <summary>Characters of the shortest secret.</summary>
    public const int Shortest = 32;

    private const int SaltSize = 16;
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("NtmServerless.KeyProtection.v1");

    private readonly byte[] _secret;

    public KeyProtection(string? secret) => _secret = Encoding.UTF8.GetBytes(secret ?? "");

    /// <summary>Whether there is a secret; without one the keys lie in the clear.</summary>
    public bool IsOn => _secret.Length > 0;

    /// <summary>Whether the secret can be guessed.</summary>
    public bool IsShort => IsOn && _secret.Length < Shortest;

    public static KeyProtection From(IConfiguration configuration) => new(configuration[Setting]);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(Seal(plaintextElement), typeof(KeyProtectionDecryptor));

    /// <exception cref="CryptographicException">It was sealed under another secret, or changed since.</exception>
    public XElement Open(XElement box)
    {
        try
        {
            byte[] all = Convert.FromBase64String(box.Value);
            ReadOnlySpan<byte> salt = all.AsSpan(0, SaltSize), nonce = all.AsSpan(SaltSize, NonceSize), tag = all.AsSpan(SaltSize + NonceSize, TagSize);
            ReadOnlySpan<byte> content = all.AsSpan(SaltSize + NonceSize + TagSize);
            byte[] plain = new byte[content.Length];
            using AesGcm cipher = new(KeyOf(salt), TagSize);
            cipher.Decrypt(nonce, content, tag, plain);
            return XElement.Parse(Encoding.UTF8.GetString(plain));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new CryptographicException("Not a sealed key.", e);
        }
    }

    private XElement Seal(XElement element)
    {
        byte[] plain = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        byte[] all = new byte[SaltSize + NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(all.AsSpan(0, SaltSize + NonceSize));
        using AesGcm cipher = new(KeyOf(all.AsSpan(0, SaltSize)), TagSize);
        cipher.Encrypt(all.AsSpan(SaltSize, NonceSize), plain, all.AsSpan(SaltSize + NonceSize + TagSize), all.AsSpan(SaltSize + NonceSize, TagSize));
        return new XElement("sealed", Convert.ToBase64String(all));
    }

    private byte[] KeyOf(ReadOnlySpan<byte> salt)
    {
        if (!IsOn) throw new CryptographicException($"There is no {Setting}.");
        byte[] key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, key, salt, Purpose);
        return key;
    }
}

/// <summary>Opens what <see cref="KeyProtection"/> sealed; its name stands beside each sealed key, and the framework makes it by that.</summary>
public sealed class KeyProtectionDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<KeyProtection>().Open(encryptedElement);
}
