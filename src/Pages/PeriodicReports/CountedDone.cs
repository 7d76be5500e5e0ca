namespace NtmServerless.Pages.PeriodicReports;

/// <summary>What is said after something was approved or logged: also where it will count, unless that is the period going on.</summary>
public static class CountedDone
{
    /// <param name="done">Key of what is said everywhere else, without its prefix.</param>
    public static string Key(string done, CountingPlace place) => place == CountingPlace.Period ? done : $"{done}-{Codes.Key(place)}";
}
