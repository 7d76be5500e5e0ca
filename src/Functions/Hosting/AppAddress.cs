using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Hosting;

/// <summary>Where people reach the app: setting <c>PublicAddress</c>.</summary>
public sealed class AppAddress(IConfiguration configuration)
{
    /// <summary>Without a slash at its end; null: the office has not said it, so letters name no links.</summary>
    public string? Public { get; } = configuration["PublicAddress"]?.TrimEnd('/') is { Length: > 0 } address ? address : null;

    /// <summary>
    /// As the office says it, or else as this request reached the app. For what is shown to who asks, never for a letter: a request can
    /// name any of our addresses.
    /// </summary>
    public string Of(HttpRequest request) => Public ?? $"{request.Scheme}://{request.Host}";
}
