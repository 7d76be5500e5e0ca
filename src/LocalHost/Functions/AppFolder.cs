using System.Text.Json;

namespace NtmServerless.LocalHost.Functions;

/// <summary>The built function app: the very files that are deployed.</summary>
/// <param name="Path">Its folder.</param>
internal sealed record AppFolder(string Path)
{
    /// <summary>The app's program, as its build has written it down for the official host (worker.config.json).</summary>
    /// <exception cref="HostStartException">There is no app in the folder.</exception>
    public string Program()
    {
        string config = System.IO.Path.Combine(Path, "worker.config.json");
        if (!File.Exists(config))
            throw NotThere(Path, "worker.config.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(config));
        return System.IO.Path.Combine(Path, document.RootElement.GetProperty("description").GetProperty("defaultWorkerPath").GetString()!);
    }

    public static HostStartException NotThere(string folder, string missing) => new(
        HostStartException.WrongUse, $"Không tìm thấy ứng dụng đã dựng trong thư mục {folder} (thiếu {missing}).");

    /// <summary>The folder given, or <c>app</c> beside this program, or where the solution builds it.</summary>
    public static AppFolder Find(string? given)
    {
        string beside = System.IO.Path.Combine(AppContext.BaseDirectory, "app");
        return new AppFolder(given ?? (Directory.Exists(beside) ? beside : Built()));
    }

    // src/LocalHost/bin/<configuration>/<framework> and src/Functions/bin/<configuration>/<framework>.
    private static string Built()
    {
        DirectoryInfo framework = new(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string source = System.IO.Path.GetFullPath("../../../..", framework.FullName);
        return System.IO.Path.Combine(source, "Functions", "bin", framework.Parent!.Name, framework.Name);
    }
}
