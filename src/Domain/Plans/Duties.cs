namespace NtmServerless.Domain.Plans;

/// <summary>The period schemes that a plan can name.</summary>
public static class PeriodSchemes
{
    /// <summary>Decree 09/2019/NĐ-CP, article 12: a month runs from the 15th of the month before to the 14th.</summary>
    public const string Decree09Of2019 = "nd-09-2019";

    /// <summary>Months of the calendar, quarters and halves of them.</summary>
    public const string CalendarMonths = "calendar-months";

    /// <summary>Every scheme that the reports know.</summary>
    public static IReadOnlyList<string> Known { get; } = [Decree09Of2019, CalendarMonths];
}

/// <summary>A heading of the plan's text.</summary>
/// <param name="Number">Such as "II.2.1".</param>
/// <param name="Text">Its words.</param>
public sealed record PlanHeading(string Number, string Text);
