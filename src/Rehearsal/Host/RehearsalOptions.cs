using System.Globalization;

namespace NtmServerless.Rehearsal.Host;

/// <summary>The command line.</summary>
internal sealed record RehearsalOptions
{
    public const string Usage =
        "Cách dùng: rehearse.sh --out THƯ-MỤC [--seed SỐ] [--kill-at SỐ]... [--kill-after SỐ]... [--kill-at-advance SỐ]... "
        + "[--until NGÀY] [--host TỆP.dll]";

    /// <summary>Where everything is left: summary.json, reports/, data/.</summary>
    public required string Out { get; init; }

    public int Seed { get; init; } = 2024;

    /// <summary>The host is killed while the request of this number is on its way, counted from 1.</summary>
    public IReadOnlySet<int> KillAt { get; init; } = new HashSet<int>();

    /// <summary>The host is killed as soon as the request of this number is answered: what it acknowledged must be there.</summary>
    public IReadOnlySet<int> KillAfter { get; init; } = new HashSet<int>();

    /// <summary>The host is killed in the middle of the clock's advance of this number, counted from 1.</summary>
    public IReadOnlySet<int> KillAtAdvance { get; init; } = new HashSet<int>();

    /// <summary>Stops on the morning of a day; null: at the end of the year, with the rules checked.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The built function app.</summary>
    public required string Host { get; init; }

    public required string SamplePlan { get; init; }

    public string Data => Path.Combine(Out, "data");

    public string Reports => Path.Combine(Out, "reports");

    public string Plan => Path.Combine(Out, "plan.json");

    /// <exception cref="RehearsalException">An option is unknown or has no value.</exception>
    public static RehearsalOptions Parse(string[] args)
    {
        string root = Root();
        // The app built in the same configuration as the rehearsal stands beside it.
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent?.Name ?? "Release";
        string? chosen = null;
        HashSet<int> killAt = [];
        HashSet<int> killAfter = [];
        HashSet<int> killAtAdvance = [];
        RehearsalOptions options = new()
        {
            Out = "",
            Host = Path.Combine(root, "src", "LocalHost", "bin", configuration, "net10.0", "NtmServerless.LocalHost.dll"),
            SamplePlan = Path.Combine(root, "plans", "caoloc-2024.json"),
            KillAt = killAt,
            KillAfter = killAfter,
            KillAtAdvance = killAtAdvance,
        };
        for (int i = 0; i < args.Length; i += 2)
        {
            string value = i + 1 < args.Length ? args[i + 1] : throw new RehearsalException(Usage);
            switch (args[i])
            {
                case "--out": chosen = Path.GetFullPath(value); break;
                case "--seed": options = options with { Seed = Number(value) }; break;
                case "--kill-at": killAt.Add(Number(value)); break;
                case "--kill-after": killAfter.Add(Number(value)); break;
                case "--kill-at-advance": killAtAdvance.Add(Number(value)); break;
                case "--until": options = options with { Until = Day(value) }; break;
                case "--host": options = options with { Host = Path.GetFullPath(value) }; break;
                default: throw new RehearsalException(Usage);
            }
        }

        return chosen is null ? throw new RehearsalException(Usage) : options with { Out = chosen };
    }

    private static DateOnly Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year == 2024
            ? day : throw new RehearsalException(Usage);

    private static int Number(string value) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out int number) && number >= 0 ? number : throw new RehearsalException(Usage);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NtmServerless.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new RehearsalException("Không tìm thấy thư mục gốc của NtmServerless.");
    }
}
