namespace NtmServerless.Domain.Plans;

/// <summary>What a unit or a group of units has to do (one number of section IV).</summary>
/// <param name="Id">ASCII slug.</param>
/// <param name="Parties">Who; the text is the heading in the plan.</param>
/// <param name="Paragraphs">What, in the plan's words.</param>
public sealed record Responsibility(string Id, PlanParties Parties, IReadOnlyList<string> Paragraphs);

/// <summary>Who reports what to whom (section IV.2 and the closing paragraph).</summary>
/// <param name="Text">The plan's own words.</param>
/// <param name="CompiledByUnitId">Who adds up the reports of all units; null: open.</param>
/// <param name="ToUnitId">Who receives them; null: open.</param>
/// <param name="ApprovedByUnitId">For whom the plan's signer approves and signs; null: open.</param>
/// <param name="PeriodScheme">How periods are cut: one of <see cref="PeriodSchemes"/>.</param>
/// <param name="DueWorkingDays">Working days from the end of a period to the report, 0 to 60; null until an office sets it.</param>
public sealed record PlanReporting(
    string Text, string? CompiledByUnitId, string? ToUnitId, string? ApprovedByUnitId, string PeriodScheme, int? DueWorkingDays);

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

/// <summary>Who signs the plan.</summary>
/// <param name="Name">Full name.</param>
/// <param name="CapacityLines">Lines above the name, such as "KT. TRƯỞNG BAN".</param>
public sealed record Signer(string Name, IReadOnlyList<string> CapacityLines);

/// <summary>A heading of the plan's text.</summary>
/// <param name="Number">Such as "II.2.1".</param>
/// <param name="Text">Its words.</param>
public sealed record PlanHeading(string Number, string Text);
