namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>Row keys of history: an execution's rows stand together, in order of their first turn.</summary>
internal static class HistoryKeys
{
    public const string Prefix = "h-";

    /// <summary>Turn 0 holds the events that an execution was handed by the one before.</summary>
    public static string Of(string executionKey, int firstTurn) => $"{Prefix}{executionKey}-{firstTurn:D6}";
}
