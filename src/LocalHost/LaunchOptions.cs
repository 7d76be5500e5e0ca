using System.Globalization;
using System.Net;

namespace NtmServerless.LocalHost;

/// <summary>The command line of this host.</summary>
internal sealed record LaunchOptions
{
    public const int DefaultPort = 7071;

    /// <summary>Port on 127.0.0.1; 0 for any free one.</summary>
    public int Port { get; init; } = DefaultPort;

    public required string DataFolder { get; init; }

    /// <summary>The office's own plan file; the app reads it from the configuration key <c>plan</c>.</summary>
    public string? Plan { get; init; }

    /// <summary>An address of the office's network that also answers, by https; 127.0.0.1 alone when null.</summary>
    public IPEndPoint? Listen { get; init; }

    public string? Certificate { get; init; }

    /// <summary>Name of the environment variable that holds the certificate's password.</summary>
    public string? CertificatePasswordVariable { get; init; }

    /// <summary>Folder of the built app; beside this program, or where the solution builds it, when null.</summary>
    public string? App { get; init; }

    /// <summary>Where a rehearsal's clock begins, in a fresh folder.</summary>
    public DateTimeOffset? VirtualStart { get; init; }

    /// <summary>Whether an administrator is spoken to on the console; a failure then ends the process rather than being thrown.</summary>
    public bool OnConsole { get; init; }

    /// <summary>Keeps several hosts on one storage account apart: lower-case letters and digits after the names of their own things.</summary>
    public string StorageSuffix { get; init; } = "";

    /// <summary>More configuration, over everything else.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <exception cref="HostStartException">An option is unknown or its value cannot be read.</exception>
    public static LaunchOptions Parse(IReadOnlyList<string> args, string currentFolder)
    {
        LaunchOptions options = new() { DataFolder = Path.Combine(currentFolder, "data") };
        for (int i = 0; i < args.Count; i += 2)
        {
            string value = i + 1 < args.Count ? args[i + 1] : throw Wrong(args[i], "thiếu giá trị");
            options = With(options, args[i], value, currentFolder);
        }

        if (options.Listen is not null && options.Certificate is null)
            throw Wrong("--listen", "cần thêm --certificate TỆP.pfx, để mật khẩu không đi trên mạng mà không mã hóa");
        return options.Certificate is not null && options.Listen is null ? throw Wrong("--certificate", "cần --listen") : options;
    }

    private static LaunchOptions With(LaunchOptions options, string name, string value, string currentFolder) => name switch
    {
        "--port" when ushort.TryParse(value, CultureInfo.InvariantCulture, out ushort port) => options with { Port = port },
        "--data" => options with { DataFolder = Path.GetFullPath(value, currentFolder) },
        "--app" => options with { App = Path.GetFullPath(value, currentFolder) },
        "--plan" => options with { Plan = Path.GetFullPath(value, currentFolder) },
        "--listen" when Address(value) is { } address => options with { Listen = address },
        "--certificate" => options with { Certificate = Path.GetFullPath(value, currentFolder) },
        "--certificate-password" => options with { CertificatePasswordVariable = value },
        "--virtual-clock" when Instant(value) is { } instant => options with { VirtualStart = instant },
        "--port" or "--listen" or "--virtual-clock" => throw Wrong(name, $"không đọc được giá trị {value}"),
        _ => throw Wrong(name, "không có tùy chọn này"),
    };

    // 443 would need an administrator on most systems.
    private static IPEndPoint? Address(string value) =>
        IPAddress.TryParse(value, out IPAddress? address) ? new IPEndPoint(address, 7443)
        : IPEndPoint.TryParse(value, out IPEndPoint? endPoint) ? endPoint : null;

    private static DateTimeOffset? Instant(string value) => DateTimeOffset.TryParse(
        value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) ? instant : null;

    private static HostStartException Wrong(string option, string why) => new(
        HostStartException.WrongUse,
        $"{option}: {why}.{Environment.NewLine}{LaunchHelp.Text}");
}
