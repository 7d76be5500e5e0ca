using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Post;

/// <summary>
/// The gateway that makes text or Zalo messages of what we post to it, section <c>MessageWebhook</c>: Url and Secret (at
/// least 16 characters). Without a Url nothing is posted; with a secret alone, what came back of earlier messages is still taken.
/// </summary>
public sealed record WebhookSettings
{
    private const int ShortestSecret = 16;

    public Uri? Url { get; private init; }
    public string Secret { get; private init; } = "";

    /// <summary>Key of the console text that says what is wrong with the settings; null when nothing is.</summary>
    public string? Problem { get; private init; }

    public bool IsOn => Url is not null && Problem is null;

    public static WebhookSettings Read(IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection("MessageWebhook");
        string? secret = section["Secret"] is { Length: >= ShortestSecret } said ? said : null;
        if (section["Url"] is not { Length: > 0 } given) return new WebhookSettings { Secret = secret ?? "" };
        // Phones go out there: only encrypted, unless it is this very machine.
        if (!Uri.TryCreate(given, UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            return new WebhookSettings { Problem = "webhook-url" };
        return secret is null ? new WebhookSettings { Problem = "webhook-secret" } : new WebhookSettings { Url = url, Secret = secret };
    }
}
