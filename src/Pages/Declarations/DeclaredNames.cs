namespace NtmServerless.Pages.Declarations;

/// <summary>What a declared class is called.</summary>
public static class DeclaredNames
{
    /// <summary>Its title, the unit and the last day: what tells it apart in a line.</summary>
    public static string InShort(DeclaredClass d, Plan plan, VietnameseTexts texts) =>
        texts["declared.named", ("title", d.Title), ("unit", plan.UnitName(d.UnitId)), ("day", d.LastDay)];

    /// <summary>10/05/2024, or from one day to another.</summary>
    public static string Days(DeclaredClass d, VietnameseTexts texts) =>
        d.FirstDay == d.LastDay ? Vietnamese.Date(d.FirstDay) : texts["declared.days", ("from", d.FirstDay), ("to", d.LastDay)];

    /// <summary>A source of money as the plan names it.</summary>
    public static string Source(string id, Plan plan) => Capital.First(plan.Funding?.Sources.FirstOrDefault(s => s.Id == id)?.Text ?? id);
}
