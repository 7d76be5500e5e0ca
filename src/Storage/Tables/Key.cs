using System.Security.Cryptography;
using System.Text;

namespace NtmServerless.Storage.Tables;

/// <summary>Table keys are ASCII letters, digits and a few signs; what people type goes in as a hash.</summary>
internal static class Key
{
    /// <summary>The key itself, when every character is one that all storage and all SDK versions take.</summary>
    /// <exception cref="ArgumentException">Any other character, or more than 200 of them.</exception>
    public static string Checked(string key) =>
        key.Length is > 0 and <= 200 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? key
            : throw new ArgumentException("Not a storage key.", nameof(key));

    public static bool IsValid(string? key) => key is { Length: > 0 and <= 200 } && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    /// <summary>Filter for the rows of a partition whose key begins with a prefix.</summary>
    public static string Range(string partition, string prefix) =>
        $"PartitionKey eq '{Checked(partition)}' and RowKey ge '{prefix}' and RowKey lt '{After(prefix)}'";

    /// <summary>The first key behind all that begin with the prefix.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
