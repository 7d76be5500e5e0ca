using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>What comes in by the route and by the door.</summary>
public static class Ids
{
    /// <summary>An id of the route that can be one of ours; anything else is simply not there.</summary>
    /// <exception cref="RecordMissingException">It has characters that no id has.</exception>
    public static string Checked(string id, string what) =>
        id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? id : throw new RecordMissingException(what);

    /// <summary>A date of the route, yyyy-MM-dd.</summary>
    /// <exception cref="RecordMissingException">It is none.</exception>
    public static DateOnly Day(string date, string what) =>
        WireTimes.Day.Read(date) ?? throw new RecordMissingException(what);

    /// <summary>The caller whom the door let in.</summary>
    public static Caller Caller(this HttpRequest request) => request.HttpContext.Features.Get<Caller>()
        ?? throw new InvalidOperationException("This function has no caller.");
}
