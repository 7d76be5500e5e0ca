using System.Globalization;
using System.Threading.RateLimiting;

namespace NtmServerless.Functions.Hosting;

/// <summary>Too many requests in a short time; says when to come again.</summary>
public sealed class TooManyRequestsException(TimeSpan retryAfter) : Exception("Too many requests.")
{
    public string RetryAfterSeconds { get; } = Math.Max(1, Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public static TooManyRequestsException Of(RateLimitLease lease) =>
        new(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? after : TimeSpan.FromSeconds(10));
}
