using NtmServerless.LocalHost.Startup;

namespace NtmServerless.LocalHost.Worker;

/// <summary>The built function app: the very files that are deployed.</summary>
/// <param name="Path">Its folder.</param>
internal sealed record AppFolder(string Path)
{
    /// <summary>The app's program.</summary>
    public string Program { get; } = System.IO.Path.Combine(Path, "NtmServerless.Functions.dll");

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
