using System.Security.Cryptography;
using System.Text;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>Ids that a replay makes again: a custom id (version 8, RFC 9562) out of what it is derived from.</summary>
internal static class DeterministicGuid
{
    public static Guid Of(string instanceId, string execution, int counter)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{instanceId}\n{execution}\n{counter}"), hash);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
