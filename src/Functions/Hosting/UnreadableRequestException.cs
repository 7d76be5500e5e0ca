namespace NtmServerless.Functions.Hosting;

/// <summary>A request's JSON or form cannot be read. Thrown by readers of requests only: what cannot be read elsewhere is our own fault.</summary>
/// <param name="path">Where reading ended, as a JSON path; null where it is no JSON at all.</param>
public sealed class UnreadableRequestException(string? path, Exception? why = null) : Exception("The request cannot be read.", why)
{
    public string? Path { get; } = path;
}
