namespace NtmServerless.Functions.Declarations;

/// <summary>The list of declared classes as a sheet.</summary>
internal static class DeclarationSheet
{
    public static string[] Columns(VietnameseTexts texts) =>
    [
        texts["declared.class-title"], texts["declared.unit"], texts["declared.stream"], texts["declared.host"], texts["declared.place"],
        texts["declared.first-day"], texts["declared.last-day"], texts["declared.attended"], texts["declared.women"], texts["declared.spent"],
        texts["declared.stage"], texts["declared.accepted-on"], texts["declared.note"],
    ];

    public static object?[] Line(DeclaredClass d, Plan plan, VietnameseTexts texts) =>
    [
        d.Title, plan.FindUnit(d.UnitId)?.Name ?? d.UnitId, plan.StreamTitle(d.StreamId), plan.FindUnit(d.HostUnitId)?.Name ?? d.HostUnitId, d.Place,
        d.FirstDay.ToDateTime(TimeOnly.MinValue), d.LastDay.ToDateTime(TimeOnly.MinValue), d.Attended, d.Women, d.Spent.Sum(s => s.Amount),
        texts.Word(d.Stage), CountedOn.DeclarationOf(d)?.ToDateTime(TimeOnly.MinValue), d.Note,
    ];
}
