using System.Security.Cryptography;

namespace NtmServerless.Testing.Journal;

/// <summary>What is stored under one name: the number of the write, and its ETag where the writer knows it.</summary>
public sealed record Kept(int Number, string? ETag)
{
    /// <summary>The bytes that write number <paramref name="number"/> stores, of 1 to 40,000; the same at each call.</summary>
    public static byte[] Content(int number)
    {
        byte[] seed = SHA256.HashData(BitConverter.GetBytes(number));
        byte[] content = new byte[1 + (BitConverter.ToUInt16(seed) % 40_000)];
        for (int i = 0; i < content.Length; i++) content[i] = (byte)(seed[i % 32] ^ ((i / 32) % 256));
        return content;
    }
}
