using System.Globalization;
using System.Threading.RateLimiting;

namespace NtmServerless.Functions.Access;

/// <summary>Who is refused at the door.</summary>
public sealed class UnauthenticatedException() : Exception("No valid key, nobody signed in.");

/// <summary>A caller whose role or unit may not do this.</summary>
public sealed class ForbiddenException() : Exception("Not allowed.");

/// <summary>An officer whose password was given by somebody else has to choose an own one first.</summary>
public sealed class PasswordChangeNeededException() : Exception("A given password is good for choosing an own one only.");

/// <summary>Too many requests in a short time; says when to come again.</summary>
public sealed class TooManyRequestsException(TimeSpan retryAfter) : Exception("Too many requests.")
{
    public string RetryAfterSeconds { get; } = Math.Max(1, Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public static TooManyRequestsException Of(RateLimitLease lease) =>
        new(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? after : TimeSpan.FromSeconds(10));
}
