using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace NtmServerless.Pages.Frames;

/// <summary>Scripts and styles beside the app, under an address that changes with their content, so that they may be kept for ever.</summary>
public static class StaticAssets
{
    /// <summary>Where the files are.</summary>
    public static readonly string Root = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static readonly ConcurrentDictionary<string, string> Versions = new(StringComparer.Ordinal);

    /// <summary>Address of a file, such as <c>/tai-nguyen/ntm.css?v=1a2b3c4d</c>.</summary>
    public static string Url(string file) => $"/tai-nguyen/{file}?v={Versions.GetOrAdd(file, Version)}";

    private static string Version(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Root, file))))[..8];
}
