namespace NtmServerless.Domain.Dates;

/// <summary>Something about a date that was chosen. It forbids nothing: with a reason the date stands.</summary>
/// <param name="Window">The plan's window that the day is outside of.</param>
/// <param name="Holiday">Which holiday it is.</param>
/// <param name="Name">The office's own name of the day off; the name of the class that is there at the same hour.</param>
/// <param name="Person">Who would be at two places.</param>
public sealed record DateWarning(
    DateWarningKind Kind, DateOnly Day, DateWindow? Window = null, Holiday? Holiday = null, string? Name = null,
    [property: Personal(PersonalDatum.ReportText)] string? Person = null)
{
    /// <summary>The same as what is said of a field: its code, and what its text names.</summary>
    public FieldError At(string field) => Kind switch
    {
        DateWarningKind.OutsideYear => new(field, "date-outside-year", ("day", Day), ("year", Window!.From.Year)),
        DateWarningKind.OutsideWindow => new(field, "date-outside-window", ("day", Day), ("from", Window!.From), ("to", Window.To)),
        DateWarningKind.Holiday when Name is not null => new(field, "date-on-own-holiday", ("day", Day), ("name", Name)),
        DateWarningKind.Holiday => new(field, "date-on-holiday", ("day", Day), ("holiday", Holiday!.Value)),
        DateWarningKind.Weekend => new(field, "date-on-weekend", ("day", Day)),
        DateWarningKind.SameHall => new(field, "date-same-hall", ("day", Day), ("class", Name ?? "")),
        DateWarningKind.SamePerson => new(field, "date-same-person", ("day", Day), ("class", Name ?? ""), ("person", Person ?? "")),
        _ => throw new InvalidOperationException($"No words for {Kind}."),
    };
}
