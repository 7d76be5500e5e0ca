using System.Diagnostics;
using System.Text.Json;
using Xunit;

[assembly: AssemblyFixture(typeof(NtmServerless.Rehearsal.Tests.PlayedYears))]

namespace NtmServerless.Rehearsal.Tests;

/// <summary>
/// The rehearsed year, played twice at the same time by real processes: once in peace, once with the host killed while
/// requests are on their way (one of them a registration), right after an answer, and again while the clock advances.
/// </summary>
public sealed class PlayedYears : IAsyncLifetime
{
    // A registration, an entry of the communication log, a unit's answer to the annual report; and an advance in the busiest month.
    private static readonly string[] Kills = ["--kill-at", "1003", "--kill-at", "2450", "--kill-at", "2600", "--kill-after", "2500", "--kill-at-advance", "300"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ntm-rehearsal-");

    public PlayedYear InPeace { get; private set; } = null!;

    public PlayedYear Killed { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        PlayedYear[] played = await Task.WhenAll(PlayAsync("peace"), PlayAsync("killed", Kills));
        (InPeace, Killed) = (played[0], played[1]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<PlayedYear> PlayAsync(string name, params string[] more)
    {
        string folder = Path.Combine(_folder.FullName, name);
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Program(), "--out", folder, .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        string said = await output + await errors;
        string summary = Path.Combine(folder, "summary.json");
        return new PlayedYear(folder, process.ExitCode, said, File.Exists(summary) ? JsonDocument.Parse(await File.ReadAllTextAsync(summary)).RootElement : default);
    }

    private static string Program()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "NtmServerless.sln"))) root = root.Parent;
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(root!.FullName, "src", "Rehearsal", "bin", configuration, "net10.0", "NtmServerless.Rehearsal.dll");
    }
}

/// <summary>What a rehearsal left.</summary>
public sealed record PlayedYear(string Folder, int ExitCode, string Said, JsonElement Summary)
{
    public JsonElement Figures => Summary.GetProperty("figures");

    public JsonElement Measured => Summary.GetProperty("measured");
}
