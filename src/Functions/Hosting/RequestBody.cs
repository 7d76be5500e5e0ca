using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>Reads bodies in parts; a body that ends too early or is cut wrongly is the client's to mend, a disk that fails is not.</summary>
public static class RequestBody
{
    // What a reader of bodies throws of its own accord; a failure of the system has the code of the system.
    private static readonly int OfNoSystem = new IOException().HResult;

    /// <exception cref="BadFormException">400: the body is not what its head says.</exception>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException { InnerException: null } and not BadHttpRequestException and not EndOfStreamException && e.HResult == OfNoSystem)
        {
            throw new BadFormException("bad-request", 400);
        }
    }
}
