namespace NtmServerless.Domain.Plans.Import;

/// <summary>Units and those who are named through them.</summary>
internal static class PartyReader
{
    public static Unit Unit(PlanObject unit) => new(
        unit.Id("id"),
        unit.Text("name", PlanLimits.NameCharacters),
        unit.Text("shortName", PlanLimits.NameCharacters),
        unit.OneOf<UnitKind>("kind"),
        unit.OptionalId("parentId"),
        unit.Flag("sample"),
        unit.OptionalText("note"));

    public static PlanParties Parties(PlanObject parties) => new(
        parties.OptionalText("text"),
        Ids(parties, "unitIds"),
        parties.OptionalList("kinds", node => node.OneOf<UnitKind>()));

    public static PlanParties PartiesOf(this PlanObject owner, string name) =>
        owner.Optional(name, PlanParties.Open, node => node.Object(Parties));

    public static IReadOnlyList<string> Ids(PlanObject owner, string name) => owner.OptionalList(name, node => node.Id());

    public static DateWindow? WindowOf(this PlanObject owner) => owner.Optional<DateWindow?>("window", null, node => node.Object(Window));

    public static PriorityGroup PriorityGroup(PlanObject group) => new(
        group.Id("id"),
        group.Text("text"),
        Ids(group, "unitIds"),
        group.OptionalList("villages", node => node.Object(Village)));

    private static PriorityVillage Village(PlanObject village) =>
        new(village.Id("unitId"), village.Text("name", PlanLimits.NameCharacters));

    private static DateWindow? Window(PlanObject window)
    {
        DateOnly? from = window.Required("from", null, node => node.Date());
        DateOnly? to = window.Required("to", null, node => node.Date());
        return from is { } first && to is { } last ? new(first, last) : null;
    }
}
