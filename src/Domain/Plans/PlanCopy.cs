using System.Globalization;
using System.Text.Json.Nodes;

namespace NtmServerless.Domain.Plans;

/// <summary>Makes the draft of another year's plan from a plan that is over.</summary>
public static class PlanCopy
{
    /// <summary>
    /// The plan for another year: windows shifted, title and times renamed to that year, and everything cleared that belonged to
    /// the old year alone (number, date, priority groups' members, qualifying communes, media targets, forms bound to a class).
    /// All other text stays as written; <see cref="TextsNaming"/> shows what to look through.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A year that no plan can have.</exception>
    public static Plan ToYear(Plan plan, int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, Import.PlanLimits.FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Import.PlanLimits.LastYear);
        int years = year - plan.Year;
        return plan with
        {
            Id = new(plan.Id.Value.Contains(Digits(plan.Year), StringComparison.Ordinal) ? Renamed(plan.Id) : $"{plan.Id}-{Digits(year)}"),
            Year = year,
            Title = Renamed(plan.Title),
            Number = null,
            SignedOn = null,
            DatedMonth = null,
            PriorityGroups = [.. plan.PriorityGroups.Select(group => group with { UnitIds = [], Villages = [] })],
            CommunicationForms =
                [.. plan.CommunicationForms.Select(form => form with { TimeText = Time(form.TimeText), Window = Shift(form.Window, years) })],
            StudyTours = [.. plan.StudyTours.Select(tour => tour with { TimeText = Time(tour.TimeText), Window = Shift(tour.Window, years) })],
            Streams =
            [
                .. plan.Streams.Select(stream => stream with
                {
                    TimeText = Time(stream.TimeText), Window = Shift(stream.Window, years), QualifyingUnitIds = [],
                }),
            ],
            MediaTargets = [],
            Forms = [.. plan.Forms.Where(form => form.ClassId is null)],
        };

        string Renamed(string text) => text.Replace(Digits(plan.Year), Digits(year), StringComparison.Ordinal);

        string? Time(string? text) => text is null ? null : Renamed(text);
    }

    // Enough words around the year to know the passage again.
    private const int AroundYear = 70;

    /// <summary>One warning (plan-text-names-year) for each text of the plan that names the year, with the words around it.</summary>
    public static IReadOnlyList<PlanWarning> TextsNaming(Plan plan, int year)
    {
        List<PlanWarning> found = [];
        Walk(JsonNode.Parse(PlanExport.Write(plan))!);
        return found;

        void Walk(JsonNode node)
        {
            if (node is JsonValue value && value.TryGetValue(out string? text) && text.Contains(Digits(year), StringComparison.Ordinal))
            {
                Dictionary<string, string> facts = new() { ["year"] = Digits(year), ["text"] = Around(text, Digits(year)) };
                found.Add(new(node.GetPath(), "plan-text-names-year", facts));
            }

            IEnumerable<JsonNode?> children = node switch
            {
                JsonObject fields => fields.Where(field => field.Key is not ("id" or "from" or "to")).Select(field => field.Value),
                JsonArray items => items,
                _ => [],
            };
            foreach (JsonNode child in children.OfType<JsonNode>())
                Walk(child);
        }
    }

    // Cut between words.
    private static string Around(string text, string year)
    {
        int at = text.IndexOf(year, StringComparison.Ordinal), end = at + year.Length;
        int from = Math.Max(0, at - AroundYear), to = Math.Min(text.Length, end + AroundYear);
        while (from > 0 && from < at && text[from - 1] != ' ') from++;
        while (to < text.Length && to > end && text[to] != ' ') to--;
        return (from > 0 ? "… " : "") + text[from..to] + (to < text.Length ? " …" : "");
    }

    private static DateWindow? Shift(DateWindow? window, int years) =>
        window is null ? null : new(Shift(window.From, years), Shift(window.To, years));

    // A last day of a month stays one, so that a February keeps its end in and out of leap years.
    private static DateOnly Shift(DateOnly date, int years)
    {
        bool lastOfMonth = date.AddDays(1).Day == 1;
        DateOnly shifted = date.AddYears(years);
        return lastOfMonth ? new(shifted.Year, shifted.Month, DateTime.DaysInMonth(shifted.Year, shifted.Month)) : shifted;
    }

    private static string Digits(int year) => year.ToString(CultureInfo.InvariantCulture);
}
