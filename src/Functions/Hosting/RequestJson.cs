using System.Text.Json;

namespace NtmServerless.Functions.Hosting;

/// <summary>Reads what a client sent as JSON; what cannot be read is the client's to mend.</summary>
public static class RequestJson
{
    /// <exception cref="UnreadableRequestException">It is no JSON, not of that shape, or nothing.</exception>
    public static T Read<T>(Func<T?> read)
    {
        try
        {
            return read() ?? throw new UnreadableRequestException(null);
        }
        catch (JsonException unreadable)
        {
            throw new UnreadableRequestException(unreadable.Path, unreadable);
        }
    }
}
