using System.Reflection;

namespace NtmServerless.Functions.Hosting;

/// <summary>What runs, as it was built: the number of Directory.Build.props and the commit, where it was built from a repository.</summary>
public static class AppVersion
{
    private static readonly string[] Written = (typeof(AppVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+', 2);

    public static string Number => Written[0];

    /// <summary>The first twelve digits; <c>unknown</c> where it was built without a repository.</summary>
    public static string Commit { get; } = Written is [_, { Length: > 0 } commit] ? commit[..Math.Min(commit.Length, 12)] : "unknown";
}
