namespace NtmServerless.Functions.Hosting;

/// <summary>Where a browser goes after signing in: a page of ours, never another site.</summary>
public static class ReturnPath
{
    /// <summary>Query parameter of the sign-in page.</summary>
    public const string Parameter = "ve";

    /// <summary>The path itself when it can only be ours; otherwise null. Browsers read <c>//x</c> and <c>/\x</c> as another site, and drop tabs and line ends first.</summary>
    public static string? Checked(string? path) =>
        path is ['/', ..] and not ['/', '/', ..] && path.Length <= 2_000 && path.All(c => c is > ' ' and <= '~' and not '\\') ? path : null;

    /// <summary>The sign-in page, from which the browser goes on to a page of ours.</summary>
    public static string SignIn(string path) => $"{AccountPaths.SignIn}?{Parameter}={Uri.EscapeDataString(path)}";
}
