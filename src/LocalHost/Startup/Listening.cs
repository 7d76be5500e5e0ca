using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NtmServerless.LocalHost.Startup;

/// <summary>Where Kestrel listens: 127.0.0.1, and only when asked for, one address of the office's network by https.</summary>
internal static class Listening
{
    /// <summary>The official host's limit for a request body; the app's own are far below.</summary>
    private const long BodyLimit = 104_857_600;

    /// <summary>Bytes of a connection that are taken in before the app takes them: a hundred that send more than it reads stay cheap.</summary>
    private const long BeforeReading = 128 * 1024;

    /// <returns>The names under which the office's network reaches it: addresses, and names of the certificate.</returns>
    /// <exception cref="HostStartException">The port is taken or the certificate cannot be read.</exception>
    public static IReadOnlyList<string> Configure(WebApplicationBuilder web, LaunchOptions options)
    {
        RefuseTakenPort(options.Port);
        X509Certificate2? certificate = options.Certificate is null ? null : Load(options);
        web.WebHost.UseKestrelHttpsConfiguration();
        web.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
            kestrel.Limits.MaxRequestBufferSize = BeforeReading;
            kestrel.Listen(IPAddress.Loopback, options.Port);
            if (options.Listen is not null)
                kestrel.Listen(options.Listen, listen => listen.UseHttps(certificate!));
        });
        return options.Listen is null ? [] : [.. Addresses(options.Listen.Address).Select(address => address.ToString()), .. Names(certificate!)];
    }

    public static HostStartException PortTaken(int port, Exception inner) => new(
        HostStartException.PortTaken, $"Cổng {port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port.", inner);

    // Who listens everywhere is reached at every address of this PC.
    private static IEnumerable<IPAddress> Addresses(IPAddress listen) => !listen.Equals(IPAddress.Any) && !listen.Equals(IPAddress.IPv6Any)
        ? [listen]
        : NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(own => own.Address);

    // One with a star stands for names that nobody has written down.
    private static IEnumerable<string> Names(X509Certificate2 certificate)
    {
        X509SubjectAlternativeNameExtension[] alternatives = [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()];
        return alternatives.SelectMany(names => names.EnumerateDnsNames()).Where(name => !name.Contains('*', StringComparison.Ordinal))
            .Concat(alternatives.SelectMany(names => names.EnumerateIPAddresses()).Select(address => address.ToString()));
    }

    // Asked early, before storage is started for a host that cannot serve.
    private static void RefuseTakenPort(int port)
    {
        try
        {
            using TcpListener probe = new(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException taken)
        {
            throw PortTaken(port, taken);
        }
    }

    private static X509Certificate2 Load(LaunchOptions options)
    {
        try
        {
            string? password = options.CertificatePasswordVariable is { } name ? Environment.GetEnvironmentVariable(name) : null;
            return X509CertificateLoader.LoadPkcs12FromFile(options.Certificate!, password);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new HostStartException(
                HostStartException.WrongUse, $"Không đọc được chứng thư {options.Certificate}: {unreadable.Message}", unreadable);
        }
    }
}
