namespace NtmServerless.Domain.Dates;

/// <summary>Why somebody should think again about a date. The names are stored.</summary>
public enum DateWarningKind
{
    OutsideYear,
    OutsideWindow,
    Holiday,
    Weekend,
    SameHall,
    SamePerson,
}
