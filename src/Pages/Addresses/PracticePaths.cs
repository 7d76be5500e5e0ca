namespace NtmServerless.Pages.Addresses;

/// <summary>Address of the page of the practice clock.</summary>
public static class PracticePaths
{
    public const string Clock = "/" + PracticeRoutes.Clock;

    /// <summary>Query parameters with the ends of a move, in seconds of Unix time.</summary>
    public const string FromParameter = "tu", ToParameter = "toi";

    /// <summary>The page of a move, with what happened on the way.</summary>
    public static string Moved(DateTimeOffset from, DateTimeOffset to) =>
        $"{Clock}?{FromParameter}={from.ToUnixTimeSeconds()}&{ToParameter}={to.ToUnixTimeSeconds()}";
}
