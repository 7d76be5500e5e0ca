using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Hosting;

/// <summary>Words that somebody looks for people with, as they stand in an address.</summary>
public sealed class PersonSearchWords(IDataProtectionProvider protection)
{
    /// <summary>Most characters.</summary>
    public const int Longest = 100;

    private const int LongestSealed = 1_000;
    private readonly IDataProtector _seal = protection.CreateProtector("NtmServerless.PersonWords.v1");

    public string Seal(string words) => Base64Url.EncodeToString(_seal.Protect(Encoding.UTF8.GetBytes(words)));

    /// <summary>The words that the address of a list asks for; null where it asks for none, or they were not sealed here.</summary>
    public string? Of(HttpRequest request)
    {
        if (request.Query[PersonFilter.Words] is not [{ Length: > 0 and <= LongestSealed } words]) return null;
        try
        {
            return Encoding.UTF8.GetString(_seal.Unprotect(Base64Url.DecodeFromChars(words)));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What the fields of the list's form show.</summary>
    public FormState Typed(HttpRequest request) => FormState.With([
        .. request.Query.Keys.Where(name => name != PersonFilter.Words).Select(name => (name, request.Text(name))), (PersonFilter.Words, Of(request))]);
}
