using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace NtmServerless.Functions.Access;

/// <summary>
/// The names under which the app answers. A page of another site can give its own name our address (DNS rebinding) and would then read
/// us as itself; the name that the browser asks for is what gives it away.
/// </summary>
/// <remarks>
/// Known are this machine's own names, what whoever runs the app says of itself (settings <c>WEBSITE_HOSTNAME</c>, <c>ListeningHosts</c>),
/// the setting <c>PublicAddress</c>, and a list of the office's own: <c>KnownHosts</c>, names apart by commas or blanks.
/// </remarks>
public sealed class KnownHosts(IConfiguration configuration, ILogger<KnownHosts> log)
{
    /// <summary>The office's own list.</summary>
    public const string Setting = "KnownHosts";

    /// <summary>What the host of one PC says of the addresses where it listens.</summary>
    public const string ListeningSetting = "ListeningHosts";

    private const string ForwardedHeader = "X-Forwarded-Host";

    // One line in so long a time: who sends a thousand must not fill the log.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> _names = new(
        ((string?[])["127.0.0.1 localhost [::1]", configuration["WEBSITE_HOSTNAME"], configuration["PublicAddress"], configuration[ListeningSetting], configuration[Setting]])
            .SelectMany(names => (names ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)).Select(Written).OfType<string>(),
        StringComparer.OrdinalIgnoreCase);

    private readonly Lock _lock = new();
    private long? _saidAt;
    private int _unsaid;

    /// <summary>
    /// Looks at the name that the browser asked for, before anything else does: what is no name breaks whoever reads it. From here on
    /// the request has that name, or this machine's where it is none of ours, and <see cref="Want"/> refuses it.
    /// </summary>
    public void Look(HttpRequest request)
    {
        // Behind either host's proxy it stands there, and no client can set it. As it came: Request.Host cannot give every one.
        bool isForwarded = request.Headers.TryGetValue(ForwardedHeader, out StringValues forwarded);
        string asked = isForwarded ? forwarded.ToString() : request.Headers.Host.ToString();
        bool isKnown = NameOf(asked) is { } name && _names.Contains(name);
        if (!isKnown) Say(asked);
        request.Host = new HostString(isKnown ? asked : "localhost");
        if (isForwarded) request.Headers[ForwardedHeader] = request.Host.Value;
        request.HttpContext.Features.Set(new Looked(isKnown));
    }

    /// <exception cref="UnknownHostException">The name is none of ours, or no name of a host at all.</exception>
    public static void Want(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<Looked>() is not { IsKnown: true }) throw new UnknownHostException();
    }

    /// <summary>The name in <c>name</c> or <c>name:port</c>, without the brackets of an IPv6 address; null: there is none.</summary>
    private static string? NameOf(string host)
    {
        int end = host.StartsWith('[') ? host.IndexOf(']', StringComparison.Ordinal) + 1 : host.IndexOf(':', StringComparison.Ordinal);
        string name = end > 0 ? host[..end] : host;
        string port = end > 0 ? host[end..] : "";
        bool hasPort = port is [':', ..] && ushort.TryParse(port.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort number) && number > 0;
        if (name.Length == 0 || end == 0 || port.Length > 0 && !hasPort) return null;
        // One address can be written in many ways.
        return name.StartsWith('[') ? IPAddress.TryParse(name.AsSpan(1, name.Length - 2), out IPAddress? address) ? address.ToString() : null : name;
    }

    // As people write it into a setting: a name, an address, or all of https://name:port/.
    private static string? Written(string host) =>
        Uri.TryCreate(host, UriKind.Absolute, out Uri? address) && address.Host.Length > 0 ? NameOf(address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost)
        : NameOf(host) ?? (IPAddress.TryParse(host, out IPAddress? bare) ? bare.ToString() : null);

    private void Say(string asked)
    {
        int count;
        lock (_lock)
        {
            _unsaid++;
            if (_saidAt is { } at && TimeProvider.System.GetElapsedTime(at) < Quiet) return;
            (_saidAt, count, _unsaid) = (TimeProvider.System.GetTimestamp(), _unsaid, 0);
        }

        bool isName = asked.Length is > 0 and <= 100 && asked.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']');
        AccessLog.UnknownHost(log, count, isName ? asked : "(no name of a host)");
    }

    private sealed record Looked(bool IsKnown);

    /// <summary>Puts the look before everything else that handles a request.</summary>
    public sealed class Filter(KnownHosts hosts) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                hosts.Look(http.Request);
                return rest(http);
            });
            next(app);
        };
    }
}
