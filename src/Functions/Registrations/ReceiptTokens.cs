using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Registrations;

/// <summary>
/// The address of a receipt: class and code, sealed with the app's keys, so that nobody can make or guess one and nothing
/// about the person stands in it. Good for a while in business time: a class is held within the year of its plan.
/// </summary>
public sealed class ReceiptTokens(IDataProtectionProvider protection, TimeProvider time) : IOwnAllowance
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private const int Longest = 600;
    private readonly IDataProtector _seal = protection.CreateProtector("NtmServerless.Receipt.v1");

    public string Make(ClassId classId, string code)
    {
        byte[] text = Encoding.ASCII.GetBytes($"{classId}/{code}");
        byte[] content = new byte[sizeof(long) + text.Length];
        BinaryPrimitives.WriteInt64BigEndian(content, (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        text.CopyTo(content, sizeof(long));
        return Base64Url.EncodeToString(_seal.Protect(content));
    }

    /// <summary>The registration whose own receipt the request asks for; null: it asks for none that was made here.</summary>
    public string? Find(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/" + RegistrationRoutes.Receipts, StringComparison.OrdinalIgnoreCase, out PathString rest)) return null;
        try
        {
            (ClassId classId, string code) = Read(rest.Value!.Trim('/').Split('/')[0]);
            return $"receipt/{classId}/{code}";
        }
        catch (ReceiptException)
        {
            return null;
        }
    }

    /// <exception cref="ReceiptException">It was not made here, was changed on the way, or is too old.</exception>
    public (ClassId ClassId, string Code) Read(string token)
    {
        byte[] content;
        try
        {
            content = token.Length <= Longest ? _seal.Unprotect(Base64Url.DecodeFromChars(token)) : throw new FormatException();
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new ReceiptException(expired: false);
        }

        if (BinaryPrimitives.ReadInt64BigEndian(content) < time.GetUtcNow().ToUnixTimeSeconds()) throw new ReceiptException(expired: true);
        string[] parts = Encoding.ASCII.GetString(content.AsSpan(sizeof(long))).Split('/');
        return (new ClassId(parts[0]), parts[1]);
    }
}
