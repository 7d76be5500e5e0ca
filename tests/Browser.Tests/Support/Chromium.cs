using Microsoft.Playwright;

namespace NtmServerless.Browser.Tests.Support;

/// <summary>The browser of this machine: a Chromium that is installed, or the one that Playwright brought.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

    // Containers have neither a sandbox, nor shared memory, nor a graphics card.
    private static readonly string[] Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"];

    /// <summary>Null where there is none; whoever asks is then skipped.</summary>
    public static async Task<IBrowser?> LaunchAsync(IPlaywright playwright)
    {
        string? path = Find();
        if (path is null && !File.Exists(playwright.Chromium.ExecutablePath)) return null;
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = [.. Args, .. FakeCamera.Args] });
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
