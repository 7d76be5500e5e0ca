namespace NtmServerless.Domain.PeriodicReports;

/// <summary>One number of a report.</summary>
/// <param name="Key">Id of the stream, unit or source; name of the audience, channel or sex; the ethnic group as written; empty where the part is
/// one number.</param>
public sealed record FigureLine(FigurePart Part, string Key, long Value);
