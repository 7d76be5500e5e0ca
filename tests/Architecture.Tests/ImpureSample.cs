namespace NtmServerless.Architecture.Tests;

/// <summary>What the domain must never do, so that the guard is seen to bark.</summary>
internal static class ImpureSample
{
    public static string Everything() =>
        $"{DateTime.Now} {DateTimeOffset.UtcNow} {Guid.NewGuid()} {File.Exists("x")} {Environment.MachineName} "
        + $"{Random.Shared.Next()} {TimeProvider.System} {new HttpClient()}";
}
